from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from scoreboard.board import UnknownBill
from scoreboard.state_page import NobodyThere, read_state


@require_safe
@public_page(seconds=60)
def state(request: HttpRequest, state: str) -> HttpResponse:
    try:
        found = read_state(state, request.GET.get("bill", ""), request.GET.get("page", ""))
    except (UnknownBill, NobodyThere) as unknown:
        raise Http404 from unknown
    return render(request, "scoreboard/state.html", {"page": found})
