from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.rules import refuse_code
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.text import RichText

WIDTHS = [("reading", _("Reading width")), ("wide", _("Two columns on wide screens"))]


class TextBlock(CampaignBlock):
    text = RichText(label=_("Text"))
    width = ChoiceBlock(choices=WIDTHS, default="reading", required=False, label=_("Width"))

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        refuse_code("text", cleaned.get("text"))
        return cleaned

    class Meta:
        icon = "pilcrow"
        group = CASE
        order = 30
        label = _("Text")
        description = _("Running text with headings, lists and links.")
        template = "kit/text.html"
        settings_fields = ("width",)
        label_format = "{text}"
        preview_value = {
            "text": _(
                "<h3>What we ask for</h3><p>A law that keeps face scanners out of the hands of "
                "police, and that gives people the right to go to court.</p>"
                "<ul><li>No purchase</li><li>No trial</li><li>No exception by decree</li></ul>"
            ),
            "width": "reading",
        }
