from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from campaign_blocks.kit.caching import mark_private, public_page
from campaign_blocks.kit.public_forms.origin import may_post
from campaign_blocks.kit.public_forms.reading import Unreadable, read_post
from scoreboard.corrections.form import CorrectionForm
from scoreboard.models import Legislator
from scoreboard.services.corrections import TooMany, report_correction


@csrf_exempt  # there is no cookie to protect; may_post and the form's token stand in for it
@require_http_methods(["GET", "HEAD", "POST"])
@public_page(seconds=60)
def correction(request: HttpRequest, slug: str) -> HttpResponse:
    """Something wrong on this person's page? Tell us."""
    person = get_object_or_404(Legislator.objects.select_related("chamber"), slug=slug)
    action = reverse("scoreboard:correction", args=[slug])
    if request.method != "POST":
        return _show(request, person, CorrectionForm(person=person, action=action))
    if not may_post(request, from_embed=False):
        return HttpResponseForbidden()
    try:
        data = read_post(request)
    except Unreadable as error:
        return mark_private(HttpResponse(status=error.status))
    form = CorrectionForm(data, person=person, action=action)
    if not form.is_valid():
        return _show(request, person, form, 422)
    if not form.is_of_a_machine:
        told = {name: form.cleaned_data[name] for name in ("subject", "words", "evidence_url")}
        try:
            report_correction(legislator=person, **told)
        except TooMany:
            form.add_error(None, _("We got many reports at once. Please come back in an hour."))
            return _show(request, person, form, 429)
    response = redirect("scoreboard:correction_thanks", slug=slug)
    response.status_code = 303
    return mark_private(response)


def _show(
    request: HttpRequest, person: Legislator, form: CorrectionForm, status: int = 200
) -> HttpResponse:
    context = {"person": person, "form": form}
    response = render(request, "scoreboard/correction.html", context, status=status)
    return response if status == 200 else mark_private(response)


@require_safe
@public_page(seconds=60)
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Legislator, slug=slug)
    return render(request, "scoreboard/correction_thanks.html", {"person": person})
