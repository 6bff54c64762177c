from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
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
from scoreboard.models import Legislator

NAMES = MultiFieldPanel(
    [
        FieldPanel("full_name"),
        FieldRowPanel([FieldPanel("given_name"), FieldPanel("family_name")]),
        FieldRowPanel([FieldPanel("nickname"), FieldPanel("title")]),
        FieldPanel("photo"),
        FieldPanel("slug"),
    ],
    heading=_("Name"),
)
SEAT = MultiFieldPanel(
    [
        FieldPanel("chamber"),
        FieldRowPanel([FieldPanel("state"), FieldPanel("district"), FieldPanel("seat")]),
        FieldRowPanel([FieldPanel("area"), FieldPanel("on_list")]),
        FieldRowPanel([FieldPanel("party"), FieldPanel("party_code"), FieldPanel("caucus")]),
        FieldRowPanel([FieldPanel("in_office"), FieldPanel("voting")]),
        FieldRowPanel([FieldPanel("term_start"), FieldPanel("term_end")]),
    ],
    heading=_("Seat"),
)
IDENTITY = FieldRowPanel([FieldPanel("scheme"), FieldPanel("identifier")], heading=_("Identifier"))
REACH = [
    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
    FieldPanel("website"),
    FieldPanel("contact_form"),
    FieldPanel("address"),
    FieldRowPanel([FieldPanel("x_handle"), FieldPanel("bluesky"), FieldPanel("mastodon")]),
    FieldRowPanel([FieldPanel("facebook"), FieldPanel("instagram"), FieldPanel("youtube")]),
]
OFFICE = [
    FieldRowPanel([FieldPanel("key"), FieldPanel("city")]),
    FieldPanel("address"),
    FieldRowPanel([FieldPanel("state"), FieldPanel("postal_code")]),
    FieldRowPanel([FieldPanel("phone"), FieldPanel("fax"), FieldPanel("hours")]),
]


TERM = [
    FieldRowPanel([FieldPanel("chamber"), FieldPanel("key")]),
    FieldRowPanel([FieldPanel("seat"), FieldPanel("party"), FieldPanel("voting")]),
    FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
]


class LegislatorForm(WagtailAdminModelForm):
    """A term that staff enter or change stays as they wrote it, whatever a source says."""

    def save(self, commit: bool = True) -> Any:
        for form in getattr(self, "formsets", {}).get("terms", ()):
            if form.has_changed():
                form.instance.by_staff = True
        return super().save(commit)


class LegislatorAdmin(ModelAdmin):
    model = Legislator
    base_url_path = "scoreboard/legislators"
    menu_label = _("Legislators")
    menu_icon = "user"
    menu_order = 100
    index_view_class = SafeIndexView
    inspect_view_enabled = True
    inspect_view_fields_exclude = ["imported", "sort_name", "ids"]
    list_display = ("full_name", "chamber", "party", "seat", "in_office", "is_edited", "view_live")
    list_filter = ("in_office", "chamber", "party", "voting", "state")
    list_select_related = ("chamber",)
    list_per_page = 50
    list_export = (
        "full_name",
        "identifier",
        "chamber",
        "party",
        "state",
        "district",
        "in_office",
        "phone",
        "website",
        "contact_form",
        "x_handle",
    )
    export_filename = "legislators"
    search_fields = ("sort_name", "full_name", "seat", "identifier")
    ordering = ("sort_name",)
    edit_handler = TabbedInterface(
        [
            ObjectList([NAMES, SEAT, IDENTITY], heading=_("Person")),
            ObjectList(REACH, heading=_("How to reach them")),
            ObjectList([InlinePanel("offices", panels=OFFICE)], heading=_("Offices")),
            ObjectList([InlinePanel("terms", panels=TERM)], heading=_("Terms")),
        ],
        base_form_class=LegislatorForm,
    )

    def is_edited(self, person: Legislator) -> bool:
        return person.is_edited

    is_edited.boolean = True  # type: ignore[attr-defined]
    is_edited.short_description = _("Edited by staff")  # type: ignore[attr-defined]

    def view_live(self, person: Legislator) -> SafeString:
        return format_html('<a href="{}">{}</a>', person.get_absolute_url(), _("View live"))

    view_live.short_description = _("Page")  # type: ignore[attr-defined]
