from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.criteria import matching, words
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.desk.permissions import user_can_change_in_bulk, user_can_look
from campaign_blocks.petition.identity.countries import ABROAD
from campaign_blocks.petition.models import DeskFinding, DeskLook, Petition
from campaign_blocks.petition.models.desk_finding import FindingKind
from campaign_blocks.petition.services.fraud_look import latest

SAMPLE = 50
COUNTRIES = dict(ABROAD)
# The head of the first column, and what the list is about.
WORDS: dict[FindingKind, tuple[Promise, Promise]] = {
    FindingKind.NETWORK: (
        _("Network"),
        _(
            "A name made up for one address or home network for one day. Schools, offices and "
            "mobile providers share one: look before you hold."
        ),
    ),
    FindingKind.DOMAIN: (
        _("Domain"),
        _("What stands behind the @. Large mail providers are left out."),
    ),
    FindingKind.PLACE: (
        _("Place"),
        _(
            "Countries and US states that sign more than three times as much as their population "
            "would at the pace of the whole country."
        ),
    ),
    FindingKind.BURST: (
        _("Minute"),
        _("A newsletter or a broadcast makes one, and so does a machine."),
    ),
    FindingKind.REASON: (
        _("Reason"),
        _("What the worker found. None of these count until they are cleared."),
    ),
}


@dataclass(frozen=True)
class Section:
    kind: FindingKind
    column: Promise
    note: Promise
    rows: Sequence[DeskFinding]


class FraudDesk(DeskPage):
    permission = user_can_look
    header_icon = "view"
    template_name = "petition/admin/desk/fraud.html"
    page_title = _("Fraud desk")

    def get(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        petition = get_object_or_404(Petition, pk=pk) if pk else None
        return self.render_to_response(self.get_context_data(petition=petition))

    def get_context_data(self, petition: Petition | None = None, **kwargs: Any) -> dict[str, Any]:
        look = latest()
        return super().get_context_data(
            look=look,
            petition=petition,
            sections=sections(look, petition),
            petitions=others(look),
            may_hold=user_can_change_in_bulk(self.request.user),
            **kwargs,
        )


class FindingView(DeskPage):
    """The newest signatures behind one row of the desk."""

    permission = user_can_look
    header_icon = "view"
    template_name = "petition/admin/desk/finding.html"
    page_title = _("Signatures behind a finding")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        finding = get_object_or_404(DeskFinding.objects.select_related("petition"), pk=pk)
        rows = matching(finding.criteria).select_related("petition").order_by("-pk")
        return self.render_to_response(
            self.get_context_data(
                finding=named(finding),
                words=words(finding.criteria),
                rows=list(rows[:SAMPLE]),
                sample=SAMPLE,
                may_hold=user_can_change_in_bulk(request.user),
            )
        )


def sections(look: DeskLook | None, petition: Petition | None) -> list[Section]:
    if look is None:
        return []
    # Only places have a share; of them, the furthest above it comes first.
    rows = look.findings.filter(petition=petition).order_by(
        F("times").desc(nulls_last=True), "-amount", "pk"
    )
    found = [named(row) for row in rows]
    return [
        Section(kind, *words_of_kind, [row for row in found if row.kind == kind])
        for kind, words_of_kind in WORDS.items()
    ]


def others(look: DeskLook | None) -> list[Petition]:
    if look is None:
        return []
    ids = look.findings.exclude(petition=None).values("petition")
    return list(Petition.objects.filter(pk__in=ids).order_by("title"))


def named(finding: DeskFinding) -> DeskFinding:
    """Labels as people write them, in the language of whoever looks."""
    if finding.kind == FindingKind.BURST:
        finding.moment = parse_datetime(finding.label)  # type: ignore[attr-defined]
    elif finding.kind == FindingKind.PLACE:
        finding.label = str(COUNTRIES.get(finding.label, finding.label))
    return finding


def finding_or_404(pk: str) -> DeskFinding:
    if not pk.isdecimal():
        raise Http404
    return get_object_or_404(DeskFinding, pk=pk)
