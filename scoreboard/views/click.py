from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from campaign_blocks.kit.caching import mark_private
from scoreboard.models import Legislator
from scoreboard.positions import Channel
from scoreboard.services.clicks import count_click

FOREIGN = {"cross-site", "same-site"}


@csrf_exempt  # adds one to a number and knows nobody; foreign pages are refused below
@require_POST
def click(request: HttpRequest, slug: str, channel: str) -> HttpResponse:
    """Leads nowhere but back: the link itself opens the channel."""
    if channel not in Channel.values or request.headers.get("Sec-Fetch-Site") in FOREIGN:
        raise Http404
    person = get_object_or_404(Legislator.objects.in_office().only("pk", "slug"), slug=slug)
    count_click(legislator_id=person.pk, channel=channel, day=timezone.now().date())
    if "back" in request.POST:
        return mark_private(HttpResponseRedirect(f"{person.get_absolute_url()}#counted"))
    return mark_private(HttpResponse(status=204))
