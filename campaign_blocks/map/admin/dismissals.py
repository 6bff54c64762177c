"""Suspect reports, dismissed together: counted first, confirmed, and taken back if need be."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from campaign_blocks.map.admin.desk import DeskPage
from campaign_blocks.map.models import Dismissal, Map
from campaign_blocks.map.models.reports import ReportQuerySet
from campaign_blocks.map.services.bulk_dismissing import (
    NothingLeft,
    dismiss_suspects,
    suspects,
    take_back,
)

SAMPLE = 20
SHOWN = 30


class WhichForm(forms.Form):
    map = forms.ModelChoiceField(
        Map.objects.all(), label=_("Map"), required=False, empty_label=_("Any")
    )
    words = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=100,
        help_text=_("In what is said, the city or the link, all of them. Empty: every suspect."),
    )

    def reports(self) -> ReportQuerySet:
        found = self.cleaned_data
        return suspects(map=found["map"], words=found["words"], last=found.get("last"))


class DismissForm(WhichForm):
    """What was counted, unseen, and the reason."""

    last = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("One sentence for the next person on duty."),
        error_messages={"required": _("Say why: the next person on duty will ask.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("map", "words"):
            self.fields[name].widget = forms.HiddenInput()


class DismissalsView(DeskPage):
    permission = "map.change_report"
    header_icon = "bin"
    page_title = _("Dismiss suspect reports")
    template_name = "map/admin/dismissals.html"

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:  # type: ignore[override]  # read only
        return [{"url": reverse("map_reports:list"), "label": _("Reports")}]

    def get(self, request: HttpRequest) -> HttpResponse:
        form = WhichForm(request.GET if "count" in request.GET else None)
        counted = count(form) if form.is_bound and form.is_valid() else {}
        return self.render_to_response(self.get_context_data(form=form, **counted))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = DismissForm(request.POST)
        if not form.is_valid():
            which = WhichForm(request.POST)
            counted = count(which, form) if which.is_valid() else {}
            answer = self.render_to_response(self.get_context_data(form=which, **counted))
            answer.status_code = 422
            return answer
        try:
            reason = form.cleaned_data["reason"]
            done = dismiss_suspects(reports=form.reports(), reason=reason, user=request.user)
            words = ngettext("%(n)d report dismissed.", "%(n)d reports dismissed.", done.number)
            messages.success(request, words % {"n": done.number})
        except NothingLeft:
            messages.warning(request, _now("Somebody has decided on these reports already."))
        return redirect("map_reports:dismissals")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        done = Dismissal.objects.select_related("made_by")[:SHOWN]
        context: dict[str, Any] = super().get_context_data(dismissals=done, **kwargs)
        return context


def count(form: WhichForm, confirm: DismissForm | None = None) -> dict[str, Any]:
    """How many, some of them, and the form that dismisses these and no later ones."""
    found = form.reports().order_by("-pk")
    sample = list(found.select_related("map")[:SAMPLE])
    known = {**form.cleaned_data, "last": sample[0].pk if sample else 0}
    return {
        "number": found.count(),
        "sample": sample,
        "confirm": confirm or DismissForm(initial=known),
    }


class TakeBackView(DeskPage):
    permission = "map.change_report"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            number = take_back(dismissal=get_object_or_404(Dismissal, pk=pk))
            words = ngettext("%(n)d report is back.", "%(n)d reports are back.", number)
            messages.success(request, words % {"n": number})
        except NothingLeft:
            messages.warning(request, _now("This was taken back already."))
        return redirect("map_reports:dismissals")
