from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from campaign_blocks.kit.framing import embeddable
from campaign_blocks.petition.thanking import thank_you
from campaign_blocks.petition.views.finding import petition_or_404


@require_safe
@public_page(seconds=300)
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """The same page for everybody: new, repeated and refused signatures alike."""
    context = {"thanks": thank_you(petition_or_404(slug))}
    return render(request, "petition/thanks.html", context)


@require_safe
@embeddable
@public_page(seconds=300)
def thanks_embed(request: HttpRequest, slug: str) -> HttpResponse:
    context = {"thanks": thank_you(petition_or_404(slug))}
    return render(request, "petition/thanks_embed.html", context)
