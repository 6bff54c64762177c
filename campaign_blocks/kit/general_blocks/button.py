from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.targets import LinkBlock, link_in
from campaign_blocks.kit.groups import ACTION
from campaign_blocks.kit.looks import WordChoice

SIZES = [("normal", _("Normal")), ("big", _("As wide as the page"))]


class ButtonBlock(CampaignBlock):
    link = LinkBlock(required=True, label=_("Button"))
    note = CharBlock(
        max_length=80, required=False, label=_("Note"), help_text=_("For example: PDF, 12 pages.")
    )
    size = WordChoice(choices=SIZES, default="big", required=False, label=_("Size"))

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["link"] = link_in(value, "link")
        return context

    class Meta:
        icon = "link"
        group = ACTION
        order = 20
        label = _("Button")
        description = _("One button on a line of its own: read the bill, find a meeting.")
        template = "kit/button.html"
        settings_fields = ("size",)
        label_format = "{link}"
        preview_value = {
            "link": {"label": _("Read the bill"), "url": "https://example.org/bill"},
            "note": _("PDF, 12 pages"),
            "size": "big",
        }
