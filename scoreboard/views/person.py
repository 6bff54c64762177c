from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from scoreboard.board import UnknownBill
from scoreboard.models import FormerAddress, Legislator
from scoreboard.profile import read_profile


@require_safe
@public_page(seconds=60)
def person(request: HttpRequest, slug: str) -> HttpResponse:
    people = Legislator.objects.select_related("chamber__legislature", "photo")
    found = people.filter(slug=slug).first()
    if found is None:
        return moved(slug)
    try:
        profile = read_profile(found, request.GET.get("bill", ""))
    except UnknownBill as unknown:
        raise Http404 from unknown
    return render(request, "scoreboard/person.html", {"profile": profile, "person": found})


def moved(slug: str) -> HttpResponse:
    """Names change; links to the old one stay good."""
    former = FormerAddress.objects.select_related("legislator").filter(slug=slug).first()
    if former is None:
        raise Http404
    return HttpResponsePermanentRedirect(former.legislator.get_absolute_url())
