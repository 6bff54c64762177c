from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, URLBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.rules import needed
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.looks import LookBlock

SOURCE_SENTENCE = _("Add a link to the source. Opponents will check this number.")


class NumberBlock(CampaignBlock):
    number = CharBlock(max_length=12, label=_("Number"), help_text=_("For example 98% or 1 in 2."))
    meaning = CharBlock(max_length=200, label=_("What it means"))
    source = needed(URLBlock(label=_("Source link")), SOURCE_SENTENCE)
    look = LookBlock(default="ink")

    class Meta:
        icon = "decimal"
        group = CASE
        order = 40
        label = _("Big number")
        description = _("One figure as large as the page, what it means, and where it comes from.")
        template = "kit/number.html"
        settings_fields = ("look",)
        label_format = "{number} {meaning}"
        preview_value = {
            "number": "4 in 5",
            "meaning": _("alarms named the wrong person in the city’s own test."),
            "source": "https://example.org/report.pdf",
            "look": "ink",
        }
