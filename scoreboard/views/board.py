from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from scoreboard.board import UnknownBill, read_board
from scoreboard.drawing import draw_list, draw_table
from scoreboard.forms import address_form
from scoreboard.models import ShareImage
from scoreboard.views.answers import finish


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    try:
        found = read_board(request.GET)
    except UnknownBill as unknown:
        raise Http404 from unknown
    order = request.GET.get("sort", "")
    people = draw_table(found, order) if found.is_table else draw_list(found.groups)
    context = {"board": found, "people": people, "address_form": address_form()}
    context["share_image"] = ShareImage.objects.filter(bill=found.bill, legislator=None).first()
    return finish(request, render(request, "scoreboard/board.html", context))
