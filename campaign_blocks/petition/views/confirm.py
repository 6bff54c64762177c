"""The link in the confirmation mail. Looking changes nothing: scanners look, people press."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from campaign_blocks.kit.public_forms.reading import Unreadable, read_post
from campaign_blocks.petition.answers import secret_page
from campaign_blocks.petition.guessing import slow_down_guessing
from campaign_blocks.petition.letters.page import LetterPage, letter_page
from campaign_blocks.petition.letters.queue import LetterWish
from campaign_blocks.petition.services.confirm import confirm_signature, waiting_signature


# The random token in the address is the secret; there is no cookie that could be ridden.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
@secret_page
@slow_down_guessing
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    signature = waiting_signature(token)
    if signature is None:
        return spent(request)
    if request.method != "POST":
        return show(request, letter_page(signature, confirms=True))
    try:
        page = letter_page(signature, confirms=True, data=read_post(request))
    except Unreadable as error:
        return show(request, letter_page(signature, confirms=True), status=error.status)
    if page.is_down or (page.form and page.wants_letter and page.wish is None):
        return show(request, page, status=503 if page.is_down else 422)
    return press(request, token, page.wish)


def press(request: HttpRequest, token: str, wish: LetterWish | None) -> HttpResponse:
    petition = confirm_signature(raw_token=token, letter=wish)
    if petition is None:
        return spent(request)
    return redirect("petition:thanks", slug=petition.slug)


def show(request: HttpRequest, page: LetterPage, *, status: int = 200) -> HttpResponse:
    return render(request, "petition/confirm.html", {"page": page}, status=status)


def spent(request: HttpRequest) -> HttpResponse:
    """The same for used, old, foreign and invented links."""
    return render(request, "petition/link_spent.html", status=404)
