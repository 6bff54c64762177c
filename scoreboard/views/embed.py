from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from campaign_blocks.kit.framing import embeddable
from scoreboard.board import Board, UnknownBill, read_board
from scoreboard.drawing import draw_by_state, draw_list
from scoreboard.showing import SHOW, read_groups
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
    context = {
        "board": found,
        "people": draw(found, request.GET.get("show", "")),
        "embed_theme": THEMES.get(request.GET.get("theme", ""), ""),
    }
    return finish(request, render(request, "scoreboard/embed.html", context))


def draw(board: Board, show: str) -> SafeString:
    """`show` is what the section of a page may show; a ZIP code or filter comes first."""
    if board.is_filtered:
        return draw_list(board.groups, new_tab=True)
    if show and show in dict(SHOW):
        return draw_by_state(read_groups(board.bill, show), new_tab=True)
    return draw_by_state(board.groups, new_tab=True)
