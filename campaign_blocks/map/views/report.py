"""Reporting a place that is missing, or one that is wrong."""

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from campaign_blocks.kit.caching import mark_private, mark_public, public_page
from campaign_blocks.kit.public_forms import token as tokens
from campaign_blocks.kit.public_forms.origin import may_post
from campaign_blocks.kit.public_forms.reading import Unreadable, read_post
from campaign_blocks.kit.public_forms.senders import posts_before
from campaign_blocks.kit.public_forms.token import PublicToken
from campaign_blocks.kit.slots import slot
from campaign_blocks.map.models import Map, Place
from campaign_blocks.map.reports.form import ReportForm
from campaign_blocks.map.services.reports import store_report

PURPOSE = "map.report"
HOUR = 60 * 60


def fill_tokens(arguments: Sequence[str], request: HttpRequest) -> Mapping[str, str]:
    """The slot of the form's token: a cached page carries none itself."""
    return {one: escape(PublicToken(purpose=f"{PURPOSE}:{one}").sign()) for one in arguments}


# No cookie, so no CSRF token: may_post and the signed form token stand in its place.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def missing(request: HttpRequest) -> HttpResponse:
    found = Map.objects.all().first_or_named(request.GET.get("map", "").replace("\0", "")[:60])
    if found is None or not found.takes_reports:
        raise Http404("No map that takes reports")
    return answer(request, found, None)


@csrf_exempt  # for the same reason
@require_http_methods(["GET", "HEAD", "POST"])
def wrong(request: HttpRequest, pk: int) -> HttpResponse:
    places = Place.objects.published().select_related("map", "kind")
    about = get_object_or_404(places, pk=pk, map__takes_reports=True)
    return answer(request, about.map, about)


@require_safe
@public_page(seconds=60)
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "map/report_thanks.html")


def answer(request: HttpRequest, map: Map, about: Place | None) -> HttpResponse:
    argument = f"{map.pk}:{about.pk if about else 0}"
    if request.method != "POST":
        form = ReportForm(map=map, about=about, token=slot("map.report", argument))
        return mark_public(shown(request, form))
    try:
        data = read_post(request)
    except Unreadable as error:
        return refused(request, error.status)
    token = tokens.read(data.get("form_token", ""), purpose=f"{PURPOSE}:{argument}")
    if not may_post(request, from_embed=False):
        return refused(request, 403)
    return judged(request, ReportForm(data, map=map, about=about), token, argument)


def judged(
    request: HttpRequest, form: ReportForm, token: PublicToken | None, argument: str
) -> HttpResponse:
    if not form.is_valid() or token is None:
        if token is None:
            form.add_error(
                None, _("This page was open for a long time. Please press the button again.")
            )
        form.renew_token(PublicToken(purpose=f"{PURPOSE}:{argument}").sign())
        response = mark_private(shown(request, form, status=422))
        # Under no-referrer a browser posts the form again with Origin: null, which is refused.
        response["Referrer-Policy"] = "same-origin"
        return response
    if not form.cleaned_data["website"]:  # else a machine filled the trap, and is told the same
        before = posts_before(request, purpose=PURPOSE, seconds=HOUR)
        store_report(report=form.report(), sent_before=before)
    response = redirect("map:report_thanks")
    response.status_code = 303
    return mark_private(response)


def shown(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "map": form.map, "about": form.about}
    return render(request, "map/report.html", context, status=status)


def refused(request: HttpRequest, status: int) -> HttpResponse:
    context = {"foreign": status == 403}
    return mark_private(render(request, "map/report_refused.html", context, status=status))
