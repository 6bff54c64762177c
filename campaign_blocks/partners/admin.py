from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from campaign_blocks.partners.forms import PartnerPageForm
from campaign_blocks.partners.models import PartnerPage, PartnerPageQuerySet


class PartnerPageEditView(EditView):
    @cached_property
    def header_buttons(self) -> list[Any]:
        live = HeaderButton(
            gettext("View live"), url=self.object.get_absolute_url(), icon_name="view"
        )
        return [*super().header_buttons, live]


def live_link(partner: PartnerPage) -> SafeString | str:
    if not partner.active:
        return gettext("Switched off")
    path = partner.get_absolute_url()
    return format_html('<a href="{}">{}</a>', path, path)


class PartnerPageViewSet(SnippetViewSet):
    model = PartnerPage
    icon = "link-external"
    menu_label = _("Partner pages")
    menu_name = "partner-pages"
    menu_order = 260
    add_to_admin_menu = True
    edit_view_class = PartnerPageEditView
    list_display = [
        "partner_name",
        Column("page", label=_("Campaign page"), accessor="page.title"),
        BooleanColumn("active", label=_("Active"), sort_key="active"),
        Column(live_link, label=_("Address")),
    ]
    list_filter = ["active", "page"]
    list_per_page = 50
    inspect_view_enabled = True
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("organization"), FieldPanel("page"), FieldPanel("petition")],
                heading=_("Whose page, for which campaign"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("headline"),
                    FieldPanel("paragraph", widget=AdminAutoHeightTextInput),
                ],
                heading=_("Greeting over the campaign's own content"),
            ),
            FieldPanel("privacy_url"),
            FieldPanel("slug"),
            FieldPanel("active"),
            HelpPanel(
                _(
                    "Everything below the greeting is the campaign page itself and changes with "
                    "it. Whoever signs here is counted for the partner, and is asked separately "
                    "whether the partner may write."
                )
            ),
        ],
        base_form_class=PartnerPageForm,
    )

    def get_queryset(self, request: HttpRequest) -> PartnerPageQuerySet:
        return PartnerPage.objects.select_related("organization", "page")
