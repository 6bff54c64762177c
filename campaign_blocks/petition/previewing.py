"""A petition as visitors would get it, drawn from the form that staff have not saved yet."""

import copy
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign_blocks.petition import progress, slots
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition, PetitionCount
from campaign_blocks.petition.models.preview import MODES, PreviewMode
from campaign_blocks.petition.panel import SignPanel, sign_panel
from campaign_blocks.petition.thanking import thank_you

UNSAVED = "preview"
DAY = timedelta(days=1)


def page(
    request: HttpRequest, petition: Petition, *, template: str = "detail", **state: Any
) -> HttpResponse:
    shown = as_in_state(petition, state)
    context = {"petition": shown, "panel": panel_of(shown)}
    return render(request, f"petition/{template}.html", context)


def as_in_state(petition: Petition, state: dict[str, Any]) -> Petition:
    """A stand-in: the petition of the form must not take on what is only shown."""
    shown = copy.copy(petition)
    shown.slug = shown.slug or UNSAVED
    shown.created_at = shown.created_at or timezone.now()
    for name, value in state.items():
        setattr(shown, name, value(shown) if callable(value) else value)
    return shown


def panel_of(petition: Petition) -> SignPanel:
    panel = sign_panel(
        petition=petition,
        token=FormToken(petition_id=petition.pk or 0),
        organizations=organizations_of(petition),
        form_id="sign",
        signing_paused=False,
    )
    words = slots.words_for(progress.progress(with_count(petition)))
    # The template of the count escaped every value.
    return replace(panel, progress=mark_safe(words["line"]), count=words["number"])  # noqa: S308


def organizations_of(petition: Petition) -> list[PartnerName]:
    rows = [row.organization for row in petition.asking_organizations.all()]
    return [PartnerName(row.pk, row.name, row.privacy_url) for row in rows if row.privacy_url]


def with_count(petition: Petition) -> Petition:
    """The number as it is; before there is one, the first that would be shown."""
    known = PetitionCount.objects.filter(petition=petition.pk).first() if petition.pk else None
    petition.count = known or PetitionCount(
        confirmed=petition.show_from or 0, as_of=petition.created_at
    )
    return petition


def thanks(request: HttpRequest, petition: Petition) -> HttpResponse:
    shown = as_in_state(petition, {})
    return render(request, "petition/thanks.html", {"thanks": thank_you(shown)})


def victory(petition: Petition) -> str:
    return petition.victory_text or _("Here stands your victory text.")


def day_ago(petition: Petition) -> Any:
    return timezone.now() - DAY


def next_day(petition: Petition) -> Any:
    return timezone.now() + DAY


OPEN: dict[str, Any] = {"opens_at": None, "closes_at": None, "won_at": None}
AHEAD = {**OPEN, "opens_at": lambda shown: shown.opens_at or next_day(shown)}
CLOSED = {**OPEN, "closes_at": day_ago}
WON = {**OPEN, "won_at": day_ago, "victory_text": victory}

MODES.update(
    {
        "": PreviewMode(gettext_lazy("On its own page"), partial(page, **OPEN)),
        "thanks": PreviewMode(gettext_lazy("Thank-you page"), thanks),
        "embed": PreviewMode(
            gettext_lazy("Inside other sites"), partial(page, template="embed", **OPEN)
        ),
        "ahead": PreviewMode(gettext_lazy("Before it opens"), partial(page, **AHEAD)),
        "closed": PreviewMode(gettext_lazy("Closed"), partial(page, **CLOSED)),
        "won": PreviewMode(gettext_lazy("Won"), partial(page, **WON)),
    }
)
