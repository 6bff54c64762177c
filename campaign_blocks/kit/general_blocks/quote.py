from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.images import DescribedImageBlock
from campaign_blocks.kit.general_blocks.samples import sample_image
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.looks import LookBlock
from campaign_blocks.kit.text import PlainText


def preview() -> dict[str, Any]:
    return {
        "quote": _("I was held for thirty hours because a computer liked my driving licence."),
        "who": "Robert Ames",
        "role": _("Detroit, wrongly arrested"),
        "photo": sample_image(3, "Portrait of Robert Ames"),
        "look": "paper",
    }


class QuoteBlock(CampaignBlock):
    quote = PlainText(label=_("Quote"), help_text=_("Without quotation marks; we add them."))
    who = CharBlock(max_length=80, label=_("Who said it"))
    role = CharBlock(max_length=120, required=False, label=_("Role"))
    photo = DescribedImageBlock(required=False, label=_("Photo"))
    look = LookBlock()

    class Meta:
        icon = "comment"
        group = CASE
        order = 50
        label = _("Quote")
        description = _("What somebody said, in large type, with name, role and photo.")
        template = "kit/quote.html"
        settings_fields = ("look",)
        label_format = "{who}: {quote}"
        preview_value = staticmethod(preview)
