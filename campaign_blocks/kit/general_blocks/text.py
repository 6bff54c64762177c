from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import RichText as Words

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.rules import refuse_code
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.looks import WordChoice
from campaign_blocks.kit.text import RichText

WIDTHS = [("reading", _("Reading width")), ("wide", _("Two columns on wide screens"))]


class TextBlock(CampaignBlock):
    text = RichText(label=_("Text"))
    width = WordChoice(choices=WIDTHS, default="reading", required=False, label=_("Width"))

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        refuse_code("text", cleaned.get("text"))
        return cleaned

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["body"] = one_level_up(value.get("text"))
        return context

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


def one_level_up(words: Words | None) -> SafeString:
    """Without a heading of its own, the section's subheadings are the page's second level."""
    html = str(words or "").replace("<h3", "<h2").replace("</h3>", "</h2>")
    return mark_safe(html)  # noqa: S308  what Wagtail rendered, with another heading level
