"""What visitors reported: read, looked into, corrected or declined."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.options import ModelAdmin

from scoreboard.admin.index_view import SafeIndexView
from scoreboard.admin.permissions import NeverCreated
from scoreboard.models import Correction
from scoreboard.services.corrections import decide

REPORT = MultiFieldPanel(
    [
        FieldPanel("legislator", read_only=True),
        FieldPanel("bill", read_only=True),
        FieldPanel("subject", read_only=True),
        FieldPanel("words", read_only=True),
        FieldPanel("evidence_url", read_only=True),
        FieldPanel("created_at", read_only=True),
    ],
    heading=_("The report"),
)
DECISION = MultiFieldPanel(
    [FieldPanel("state"), FieldPanel("note"), FieldPanel("decided_by", read_only=True)],
    heading=_("The decision"),
)


class CorrectionForm(WagtailAdminModelForm):
    def save(self, commit: bool = True) -> Correction:
        correction: Correction = self.instance
        data = self.cleaned_data
        decide(correction=correction, state=data["state"], note=data["note"], by=self.for_user)
        return correction


class CorrectionAdmin(ModelAdmin):
    model = Correction
    base_url_path = "scoreboard/corrections"
    menu_label = _("Reports")
    menu_icon = "warning"
    menu_order = 400
    index_view_class = SafeIndexView
    permission_helper_class = NeverCreated
    list_display = ("legislator", "subject", "excerpt", "state", "created_at", "decided_by", "mend")
    list_filter = ("state", "subject")
    list_select_related = ("legislator", "decided_by")
    list_export = ("legislator", "subject", "words", "evidence_url", "state", "created_at")
    export_filename = "reports"
    search_fields = ("words", "legislator__sort_name")
    edit_handler = ObjectList([REPORT, DECISION], base_form_class=CorrectionForm)

    def excerpt(self, report: Correction) -> str:
        return report.words if len(report.words) <= 80 else f"{report.words[:79]}…"

    excerpt.short_description = _("What is wrong")  # type: ignore[attr-defined]

    def mend(self, report: Correction) -> SafeString:
        name = "scoreboard_legislators_modeladmin_edit"
        return format_html(
            '<a href="{}">{}</a>', reverse(name, args=[report.legislator_id]), _("Edit the person")
        )

    mend.short_description = _("Put right")  # type: ignore[attr-defined]

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).order_by("decided_at", "-created_at")
