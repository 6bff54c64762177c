"""Stances by hand, each with its evidence, and the history of all."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import DeleteView

from scoreboard.admin.index_view import SafeIndexView
from scoreboard.admin.permissions import ReadOnly
from scoreboard.models import Stance, StanceChange
from scoreboard.positions import Origin
from scoreboard.services.stances import remove_stance, write_stance

STANCE = [
    FieldPanel("bill"),
    FieldPanel("legislator"),
    FieldRowPanel([FieldPanel("position"), FieldPanel("role"), FieldPanel("since")]),
    FieldRowPanel([FieldPanel("evidence_url"), FieldPanel("source")]),
]


class StanceForm(WagtailAdminModelForm):
    """What staff enter needs evidence, and goes into the history with their name."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.has_changed():
            self.instance.origin = Origin.STAFF
            if not data.get("evidence_url") and "evidence_url" not in self.errors:
                self.add_error("evidence_url", _("Add a link that shows it."))
        return data

    def save(self, commit: bool = True) -> Stance:
        stance: Stance = self.instance
        write_stance(stance=stance, by=self.for_user)
        return stance


class StanceDeleteView(DeleteView):
    def delete_instance(self) -> None:
        remove_stance(stance=self.instance, by=self.request.user)


class StanceAdmin(ModelAdmin):
    model = Stance
    base_url_path = "scoreboard/stances"
    menu_label = _("Stances")
    menu_icon = "tasks"
    menu_order = 300
    index_view_class = SafeIndexView
    delete_view_class = StanceDeleteView
    list_display = ("legislator", "bill", "position", "role", "since", "origin", "entered_by")
    list_filter = ("position", "origin", "role", "bill")
    list_select_related = ("legislator", "bill", "entered_by")
    list_export = (
        "legislator",
        "bill",
        "position",
        "role",
        "since",
        "evidence_url",
        "source",
        "origin",
        "entered_by",
    )
    export_filename = "stances"
    search_fields = ("legislator__sort_name", "legislator__full_name")
    edit_handler = ObjectList(STANCE, base_form_class=StanceForm)


class StanceChangeAdmin(ModelAdmin):
    model = StanceChange
    base_url_path = "scoreboard/history"
    menu_label = _("History of stances")
    menu_icon = "history"
    menu_order = 350
    index_view_class = SafeIndexView
    permission_helper_class = ReadOnly
    inspect_view_enabled = True
    inspect_view_fields_exclude = ["told_at"]
    list_display = (
        "legislator",
        "bill",
        "before",
        "position",
        "since",
        "origin",
        "entered_by",
        "recorded_at",
    )
    list_filter = ("position", "origin", "bill")
    list_select_related = ("legislator", "bill", "entered_by")
    list_export = (*list_display, "evidence_url", "source")
    export_filename = "history-of-stances"
    search_fields = ("legislator__sort_name", "legislator__full_name")
    ordering = ("-recorded_at",)
