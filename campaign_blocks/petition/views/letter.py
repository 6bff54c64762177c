"""The link to one's letter, in the thank-you mail of a petition where signatures count at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from campaign_blocks.kit.public_forms.reading import Unreadable, read_post
from campaign_blocks.petition.answers import secret_page
from campaign_blocks.petition.guessing import slow_down_guessing
from campaign_blocks.petition.letters.page import LetterPage, letter_page
from campaign_blocks.petition.services.send_letter import letter_writer, send_letter
from campaign_blocks.petition.views.confirm import spent


# The random token in the address is the secret; there is no cookie that could be ridden.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
@secret_page
@slow_down_guessing
def letter(request: HttpRequest, token: str) -> HttpResponse:
    signature = letter_writer(token)
    if signature is None:
        return spent(request)
    if request.method != "POST":
        return show(request, letter_page(signature, confirms=False))
    try:
        page = letter_page(signature, confirms=False, data=read_post(request))
    except Unreadable as error:
        return show(request, letter_page(signature, confirms=False), status=error.status)
    if page.wish is None:
        return show(request, page, status=503 if page.is_down else 422)
    petition = send_letter(raw_token=token, letter=page.wish)
    return redirect("petition:thanks", slug=petition.slug) if petition else spent(request)


def show(request: HttpRequest, page: LetterPage, *, status: int = 200) -> HttpResponse:
    return render(request, "petition/letter.html", {"page": page}, status=status)
