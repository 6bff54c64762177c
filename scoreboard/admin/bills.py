from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
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
from scoreboard.currentness import words_of
from scoreboard.models import Bill

NUMBER = [
    FieldRowPanel([FieldPanel("chamber"), FieldPanel("number"), FieldPanel("slug")]),
    FieldPanel("url"),
    FieldRowPanel(
        [FieldPanel("synced_at", read_only=True), FieldPanel("problem", read_only=True)],
        heading=_("Sponsors from Congress.gov"),
    ),
]
THE_BILL = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("short_title"), FieldPanel("slug")]),
    FieldPanel("summary"),
    FieldRowPanel([FieldPanel("legislature"), FieldPanel("congress"), FieldPanel("introduced_on")]),
    FieldPanel("text_url"),
    InlinePanel("numbers", panels=NUMBER, heading=_("Numbers"), label=_("Number")),
]
CURRENT = [
    FieldPanel("keep_current"),
    FieldPanel("notify"),
    FieldRowPanel([FieldPanel("status"), FieldPanel("latest_action_on")]),
    FieldPanel("latest_action"),
    FieldPanel("reintroduces"),
]
ASK = MultiFieldPanel(
    [FieldPanel("ask_post"), FieldPanel("ask_message"), FieldPanel("ask_call")],
    heading=_("To those who do not sponsor it"),
)
THANK = MultiFieldPanel(
    [FieldPanel("thank_post"), FieldPanel("thank_message"), FieldPanel("thank_call")],
    heading=_("To those who do"),
)


class BillAdmin(ModelAdmin):
    model = Bill
    base_url_path = "scoreboard/bills"
    menu_label = _("Bills")
    menu_icon = "doc-full"
    menu_order = 200
    index_view_class = SafeIndexView
    list_display = ("title", "label", "introduced_on", "current")
    ordering = ("-introduced_on",)
    search_fields = ("title", "slug", "numbers__number")
    edit_handler = TabbedInterface(
        [
            ObjectList(THE_BILL, heading=_("Bill")),
            ObjectList(CURRENT, heading=_("Keep current")),
            ObjectList([ASK, THANK], heading=_("Texts")),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("numbers__chamber")

    def current(self, bill: Bill) -> SafeString:
        return format_html_join(
            mark_safe("<br>"),  # a constant
            "{}",
            ((words_of(number),) for number in bill.numbers.all()),
        )

    current.short_description = _("Sponsors from Congress.gov")  # type: ignore[attr-defined]
