from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from campaign_blocks.partners.greeting import greeting
from campaign_blocks.partners.models import PartnerPage


@require_safe
def landing(request: HttpRequest, slug: str) -> HttpResponse:
    """The campaign page itself under the partner's greeting; nothing that is not public."""
    partner = get_object_or_404(PartnerPage.objects.for_visitors(), slug=slug)
    page = partner.page.specific
    if not page.live or page.get_view_restrictions():
        raise Http404
    if not partner.active:
        return redirect(page.get_url(request) or "/")
    response: HttpResponse = page.serve_with_overlay(request, greeting(partner))
    return response
