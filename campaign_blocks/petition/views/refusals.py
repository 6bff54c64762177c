"""Answers to a POST that stored nothing: each says what to do, none loses what was typed."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from campaign_blocks.kit.caching import mark_private
from campaign_blocks.kit.framing import embeddable
from campaign_blocks.kit.public_forms.reading import Unreadable
from campaign_blocks.petition.answers import meant
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.forms import SignatureForm
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.panel import sign_panel
from campaign_blocks.petition.sources import source_of

RETRY_AFTER = 60  # seconds


def foreign(request: HttpRequest, petition: Petition) -> HttpResponse:
    """A page of another site sent the form."""
    context = {
        "petition": petition,
        "heading": _("This signature did not come from our page"),
        "advice": _("Nothing was stored. Open the petition here and sign it on our own page."),
    }
    return mark_private(render(request, "petition/refused.html", context, status=403))


def unreadable(request: HttpRequest, petition: Petition, error: Unreadable) -> HttpResponse:
    too_big = error.status == 413
    context = {
        "petition": petition,
        "heading": _("Your message is too long") if too_big else _("We could not read the form"),
        "advice": _("Nothing was stored. Open the petition again and shorten your message.")
        if too_big
        else _("Nothing was stored. Open the petition again and sign it there."),
    }
    return mark_private(render(request, "petition/refused.html", context, status=error.status))


def try_again(
    request: HttpRequest,
    petition: Petition,
    form: SignatureForm,
    known: FormToken | None,
    *,
    outdated: bool,
) -> HttpResponse:
    """The form with its values and a fresh token; page and partner of an outdated one are kept."""
    token = known or FormToken(petition_id=petition.pk, page_id=petition.page_id or 0)
    token = replace(token, source=source_of(request, token))
    if outdated:
        form.add_error(
            None, _("This page was open for a long time. Please press the button again.")
        )
    form.renew_token(token.sign())
    panel = sign_panel(petition=petition, token=token, form_id=form.form_id, form=form)
    template = "petition/embed.html" if token.embed else "petition/detail.html"
    answer = embeddable(page) if token.embed else page
    response = mark_private(answer(request, template, {"panel": panel, "petition": petition}))
    # Under no-referrer a browser posts this form again with Origin: null, and we would refuse it.
    response["Referrer-Policy"] = "same-origin"
    return response


def paused(
    request: HttpRequest, petition: Petition, form: SignatureForm, known: FormToken | None
) -> HttpResponse:
    """Staff paused signing: come back later, with everything that was typed still in the form."""
    form.add_error(
        None,
        _(
            "Signing is paused for the moment and nothing was stored. What you typed is still "
            "here: keep this page open and press the button again in a few minutes."
        ),
    )
    response = try_again(request, petition, form, known, outdated=False)
    response.status_code = 503
    response["Retry-After"] = str(RETRY_AFTER)
    return meant(response)  # thousands may get it


def not_open(request: HttpRequest, petition: Petition, token: FormToken) -> HttpResponse:
    """The form was sent after the end, or before the beginning, by the clock of the database."""
    if token.embed:
        return mark_private(redirect("petition:embed", slug=petition.slug))
    context = {
        "petition": petition,
        "heading": _("You can't sign this petition now"),
        "advice": _("Nothing was stored: signing has ended, or has not begun. The page says when."),
    }
    return mark_private(render(request, "petition/refused.html", context, status=409))


def page(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, status=422)
