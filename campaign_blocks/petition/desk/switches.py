from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import ModelLogEntry

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.desk.permissions import user_can_switch
from campaign_blocks.petition.models.switch import Switch, SwitchName
from campaign_blocks.petition.services.switching import PAUSE, RESUME, switch

LOG_LINES = 20
MEANINGS = {
    SwitchName.SIGNING: (
        gettext_lazy(
            "Visitors read that signing is paused. A form that is sent in the meantime keeps "
            "every word, and its signer is asked to press the button again later."
        )
    ),
    SwitchName.MAIL: (
        gettext_lazy(
            "People can sign and report places. Confirmations, thanks and updates wait and go out "
            "when you let them."
        )
    ),
    SwitchName.DELIVERY: (
        gettext_lazy(
            "People can sign and confirm. Letters to lawmakers wait in their queue and go out "
            "when you let them."
        )
    ),
}


class SwitchForm(forms.Form):
    name = forms.ChoiceField(choices=SwitchName.choices, widget=forms.HiddenInput)
    paused = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")],
        coerce=lambda answer: answer == "yes",
        widget=forms.HiddenInput,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("One sentence for the next person on duty. It stays in the log."),
    )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("paused") and not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Say why: the next person on duty will ask."))
        return self.cleaned_data


@dataclass(frozen=True)
class Shown:
    """One switch as the page shows it; the row is None for one that was never touched."""

    name: SwitchName
    meaning: str | Promise
    row: Switch | None
    form: SwitchForm

    @property
    def paused(self) -> bool:
        return self.row is not None and self.row.paused


class SwitchesView(DeskPage):
    permission = user_can_switch
    page_title = gettext_lazy("Switches")
    header_icon = "circle-check"
    template_name = "petition/admin/desk/switches.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = SwitchForm(request.POST, auto_id=f"{request.POST.get('name', '')}-%s")
        if not form.is_valid():
            answer = self.render_to_response(self.get_context_data(refused=form))
            answer.status_code = 422
            return answer
        row = switch(by=request.user, **form.cleaned_data)  # type: ignore[arg-type]  # staff only
        words = _("{what} is paused.") if row.paused else _("{what} goes on.")
        messages.success(
            request,
            " ".join([words.format(what=row), _("All processes follow within ten seconds.")]),
        )
        return redirect("petition_desk:switches")

    def get_context_data(self, refused: SwitchForm | None = None, **kwargs: Any) -> dict[str, Any]:
        rows = {row.name: row for row in Switch.objects.select_related("changed_by")}
        kept = {refused["name"].value(): refused} if refused else {}
        shown = [
            Shown(name, meaning, rows.get(name), kept.get(name.value) or empty_form(name, rows))
            for name, meaning in MEANINGS.items()
        ]
        log = ModelLogEntry.objects.filter(action__in=[PAUSE, RESUME])
        log = log.select_related("user", "content_type").order_by("-timestamp", "-pk")
        return super().get_context_data(
            switches=shown, log=log[:LOG_LINES], log_heading=_("Log"), **kwargs
        )


def empty_form(name: SwitchName, rows: dict[str, Switch]) -> SwitchForm:
    paused = name in rows and rows[name].paused
    first = {"name": name, "paused": "no" if paused else "yes"}
    return SwitchForm(initial=first, auto_id=f"{name.value}-%s")
