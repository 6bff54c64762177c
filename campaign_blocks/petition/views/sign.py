"""Signing: read the form, call the service, answer with a redirect that names nobody."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import get_script_prefix, reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from campaign_blocks.kit.caching import mark_private
from campaign_blocks.kit.public_forms.origin import may_post
from campaign_blocks.kit.public_forms.reading import Unreadable, read_post
from campaign_blocks.petition import form_token, lookup, switches
from campaign_blocks.petition.forms import SignatureForm
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.services.sign import NotOpen, sign_petition
from campaign_blocks.petition.views import refusals
from campaign_blocks.petition.views.finding import petition_or_404
from campaign_blocks.petition.views.reading import origin_of, signer_of


class SeeOther(HttpResponseRedirect):
    status_code = 303


# No cookie, so no CSRF token: origin.may_post and the signed form token stand in its place.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, slug: str) -> HttpResponse:
    petition = petition_or_404(slug)
    if request.method != "POST":
        return redirect("petition:detail", slug=slug)
    try:
        data = read_post(request)
    except Unreadable as error:
        return refusals.unreadable(request, petition, error)
    raw = data.get("form_token", "")
    token = form_token.read(raw, petition_id=petition.pk)
    if not may_post(request, from_embed=bool(token and token.embed)):
        return refusals.foreign(request, petition)
    known = token or form_token.read_however_old(raw, petition_id=petition.pk)
    partner = lookup.partner_by_id(known.partner_id) if known and known.partner_id else None
    asking = lookup.asking(petition.pk)
    form = SignatureForm(data, petition=petition, partner=partner, organizations=asking)
    if switches.paused(switches.SIGNING):
        return refusals.paused(request, petition, form, known)
    if not form.is_valid() or token is None:
        return refusals.try_again(request, petition, form, known, outdated=token is None)
    return store(request, petition, form, token)


def store(
    request: HttpRequest,
    petition: Petition,
    form: SignatureForm,
    token: form_token.FormToken,
) -> HttpResponse:
    address = thanks_address(petition.slug, get_script_prefix(), is_embed=token.embed)
    answer = mark_private(SeeOther(address))
    if form.cleaned_data["website"]:
        return answer  # a machine filled the trap; it is told what everybody is told
    try:
        sign_petition(
            petition_id=token.petition_id,
            signer=signer_of(form),
            origin=origin_of(request, token),
        )
    except NotOpen:
        return refusals.not_open(request, petition, token)
    return answer


@lru_cache(maxsize=200)
def thanks_address(slug: str, prefix: str, *, is_embed: bool) -> str:
    """`prefix`: where the site begins, which is a part of every address."""
    return reverse("petition:thanks_embed" if is_embed else "petition:thanks", args=[slug])
