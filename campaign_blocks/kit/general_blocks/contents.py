from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import EXTRAS


class Entry(NamedTuple):
    text: str
    anchor: str


SAMPLES = [Entry("It’s broken", "#"), Entry("It’s invasive", "#"), Entry("What can I do?", "#")]


class ContentsBlock(CampaignBlock):
    heading = CharBlock(
        max_length=80,
        required=False,
        label=_("Heading"),
        help_text=_("Left empty: On this page. The list is made from the sections’ headings."),
    )

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        page = (parent_context or {}).get("page")
        context["entries"] = entries(page) if page else SAMPLES
        return context

    class Meta:
        icon = "list-ul"
        group = EXTRAS
        order = 20
        page_limit = 1
        label = _("On this page")
        description = _("A list of this page’s headings, each a link to its section.")
        template = "kit/contents.html"
        preview_value = {"heading": ""}


def entries(page: Any) -> list[Entry]:
    """The page's sections that have a heading, in their order."""
    found = []
    for child in getattr(page, "body", None) or ():
        heading = child.value.get("heading") if hasattr(child.value, "get") else ""
        if heading and child.block_type != "contents":
            found.append(Entry(str(heading), f"#s-{child.id}"))
    return found
