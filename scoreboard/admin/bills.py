from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail_modeladmin.options import ModelAdmin

from scoreboard.admin.index_view import SafeIndexView
from scoreboard.models import Bill, Stance

NUMBER = [
    FieldRowPanel([FieldPanel("chamber"), FieldPanel("number"), FieldPanel("slug")]),
    FieldPanel("url"),
]
STANCE = [
    FieldPanel("legislator"),
    FieldRowPanel([FieldPanel("position"), FieldPanel("role"), FieldPanel("since")]),
    FieldRowPanel([FieldPanel("evidence_url"), FieldPanel("source")]),
]
THE_BILL = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("short_title"), FieldPanel("slug")]),
    FieldPanel("summary"),
    FieldRowPanel([FieldPanel("legislature"), FieldPanel("congress"), FieldPanel("introduced_on")]),
    FieldPanel("text_url"),
    InlinePanel("numbers", panels=NUMBER, heading=_("Numbers"), label=_("Number")),
]
ASK = MultiFieldPanel(
    [FieldPanel("ask_post"), FieldPanel("ask_message"), FieldPanel("ask_call")],
    heading=_("To those who do not sponsor it"),
)
THANK = MultiFieldPanel(
    [FieldPanel("thank_post"), FieldPanel("thank_message"), FieldPanel("thank_call")],
    heading=_("To those who do"),
)
STANCES = InlinePanel("stances", panels=STANCE, label=_("Stance"))


class BillAdmin(ModelAdmin):
    model = Bill
    base_url_path = "scoreboard/bills"
    menu_label = _("Bills")
    menu_icon = "doc-full"
    menu_order = 200
    index_view_class = SafeIndexView
    list_display = ("title", "label", "introduced_on")
    ordering = ("-introduced_on",)
    search_fields = ("title", "slug", "numbers__number")
    edit_handler = TabbedInterface(
        [
            ObjectList(THE_BILL, heading=_("Bill")),
            ObjectList([STANCES], heading=_("Stances")),
            ObjectList([ASK, THANK], heading=_("Texts")),
        ]
    )


class StanceAdmin(ModelAdmin):
    model = Stance
    base_url_path = "scoreboard/stances"
    menu_label = _("Stances")
    menu_icon = "tasks"
    menu_order = 300
    index_view_class = SafeIndexView
    list_display = ("legislator", "bill", "position", "role", "since", "source")
    list_filter = ("position", "role", "bill")
    list_select_related = ("legislator", "bill")
    list_export = ("legislator", "bill", "position", "role", "since", "evidence_url", "source")
    export_filename = "stances"
    search_fields = ("legislator__sort_name", "legislator__full_name")
    panels = [FieldPanel("bill"), *STANCE]
