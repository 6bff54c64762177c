from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from scoreboard.board import UnknownBill
from scoreboard.models import Legislator
from scoreboard.profile import read_profile


@require_safe
@public_page(seconds=60)
def person(request: HttpRequest, slug: str) -> HttpResponse:
    people = Legislator.objects.select_related("chamber__legislature", "photo")
    found = get_object_or_404(people, slug=slug)
    try:
        profile = read_profile(found, request.GET.get("bill", ""))
    except UnknownBill as unknown:
        raise Http404 from unknown
    return render(request, "scoreboard/person.html", {"profile": profile, "person": found})
