from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit import overlay
from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.targets import LinkBlock, link_in
from campaign_blocks.kit.groups import TOP
from campaign_blocks.kit.looks import LookBlock
from campaign_blocks.kit.text import PlainText


class OpeningBlock(CampaignBlock):
    headline = CharBlock(max_length=80, label=_("Headline"))
    lead = PlainText(required=False, label=_("Lead"), help_text=_("Two or three sentences."))
    button = LinkBlock(required=False, collapsed=True, label=_("Button"))
    look = LookBlock(default="alarm")

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["greeting"] = overlay.current(parent_context)
        context["link"] = link_in(value, "button")
        return context

    class Meta:
        icon = "h1"
        group = TOP
        order = 20
        page_limit = 1
        carries_title = True
        label = _("Opening, simple")
        description = _("The page’s headline in huge type, a lead, and one button.")
        template = "kit/opening.html"
        settings_fields = ("look",)
        label_format = "{headline}"
        preview_value = {
            "headline": _("Stop the dragnet"),
            "lead": _("Our city is buying cameras that know every face. The council votes in May."),
            "button": {"label": _("Tell the council"), "url": "#sign"},
            "look": "alarm",
        }
