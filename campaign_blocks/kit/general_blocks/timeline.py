from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock, ListBlock, StructBlock, URLBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import EVIDENCE
from campaign_blocks.kit.text import PlainText


class MomentBlock(StructBlock):
    date = DateBlock(label=_("Date"))
    text = PlainText(label=_("What happened"), rows=2)
    link = URLBlock(required=False, label=_("Link"))

    class Meta:
        icon = "date"
        label_format = "{date} {text}"


class TimelineBlock(CampaignBlock):
    heading = CharBlock(max_length=80, label=_("Heading"), default=_("What happened so far"))
    items = ListBlock(MomentBlock(), label=_("Moments"), default=[], collapsed=True)

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["moments"] = [item for item in value.get("items") or () if item.get("text")]
        return context

    class Meta:
        icon = "history"
        group = EVIDENCE
        order = 40
        page_limit = 1
        label = _("Timeline")
        description = _("Dates and what happened on them, in the order you give.")
        template = "kit/timeline.html"
        label_format = "{heading}"
        preview_value = {
            "heading": _("How we got here"),
            "items": [
                {
                    "date": date(2019, 5, 14),
                    "text": _("San Francisco is the first city to ban it."),
                },
                {
                    "date": date(2020, 6, 25),
                    "text": _("A bill for the whole country is introduced."),
                },
            ],
        }
