"""The petition on a page of its own, and the same inside other people's pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from campaign_blocks.kit.framing import embeddable
from campaign_blocks.petition import embedding
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.panel import sign_panel
from campaign_blocks.petition.views.finding import petition_or_404


@require_safe
@public_page(seconds=60)
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    petition = petition_or_404(slug)
    token = FormToken(petition_id=petition.pk, page_id=petition.page_id or 0)
    panel = sign_panel(petition=petition, token=token, form_id="sign")
    return render(request, "petition/detail.html", {"panel": panel, "petition": petition})


@require_safe
@embeddable
@public_page(seconds=60)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    petition = petition_or_404(slug)
    partner = embedding.partner_by_slug(request.GET.get("p", ""))
    token = FormToken(
        petition_id=petition.pk,
        page_id=petition.page_id or 0,
        partner_id=partner.pk if partner else 0,
        embed=True,
        source="embed",
    )
    panel = sign_panel(petition=petition, token=token, partner=partner, form_id="sign")
    return render(request, "petition/embed.html", {"panel": panel, "petition": petition})
