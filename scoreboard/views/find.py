from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from scoreboard.addresses import geocoder
from scoreboard.addresses.answer import AddressAnswer, answer_address
from scoreboard.board import read_board
from scoreboard.drawing import draw_list
from scoreboard.forms import AddressForm
from scoreboard.views.answers import finish

FOREIGN = {"cross-site", "same-site"}


@csrf_exempt  # changes nothing and knows nobody; foreign pages are refused below
@sensitive_post_parameters()
def find(request: HttpRequest) -> HttpResponse:
    """The people for a street address, which is used once and kept nowhere."""
    if request.method in {"GET", "HEAD"}:
        return redirect("scoreboard:list")
    if request.method != "POST":
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if not geocoder.is_offered() or request.headers.get("Sec-Fetch-Site") in FOREIGN:
        raise Http404
    form = AddressForm(request.POST)
    answer = answer_address(form.cleaned_data["address"]) if form.is_valid() else AddressAnswer()
    if answer.problem and answer.lookup is None:
        form.add_error("address", answer.problem)
    board = read_board({}, lookup=answer.lookup)
    context = {"board": board, "people": draw_list(board.groups), "address_form": form}
    context |= {"answer": answer, "is_address": True}
    status = 200 if answer.lookup else 422
    return finish(request, render(request, "scoreboard/board.html", context, status=status))
