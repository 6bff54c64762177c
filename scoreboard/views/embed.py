from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaign_blocks.kit.framing import embeddable
from scoreboard.board import UnknownBill, read_board
from scoreboard.drawing import draw_by_state, draw_list
from scoreboard.views.answers import finish

THEMES = {"ink": "dark", "paper": "light"}


@require_safe
@embeddable
def embed(request: HttpRequest) -> HttpResponse:
    """The scoreboard inside a partner's page: find mine, and everybody by state."""
    try:
        found = read_board(request.GET, action=reverse("scoreboard:embed"))
    except UnknownBill as unknown:
        raise Http404 from unknown
    draw = draw_list if found.is_filtered else draw_by_state
    context = {
        "board": found,
        "people": draw(found.groups, new_tab=True),
        "embed_theme": THEMES.get(request.GET.get("theme", ""), ""),
    }
    return finish(request, render(request, "scoreboard/embed.html", context))
