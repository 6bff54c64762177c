"""Headers of the scoreboard's answers."""

from django.http import HttpRequest, HttpResponse

from campaign_blocks.kit.caching import mark_private, mark_public


def finish(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Anyone may keep a list; an answer about a ZIP code is kept by nobody and stays a secret."""
    if "zip" in request.GET or "district" in request.GET or request.method == "POST":
        return mark_private(response)
    return mark_public(response)
