from typing import Any, NamedTuple

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.doors import Embed, embeds
from campaign_blocks.kit.groups import ACTION
from campaign_blocks.kit.looks import LookBlock, WordChoice
from campaign_blocks.kit.text import PlainText

SAMPLE = Embed("sample", _("See where it is used"), "/embed/map/")


class EmbedCode(NamedTuple):
    """`path` is what the previews frame, at widths of a phone and of a column."""

    label: str
    url: str
    line: str
    frame: str
    path: str
    height: int
    widths: tuple[int, ...] = (320, 600)


def choices() -> list[tuple[str, str]]:
    return [(embed.value, str(embed.label)) for embed in embeds()]


class EmbedBlock(CampaignBlock):
    heading = CharBlock(max_length=80, label=_("Heading"), default=_("Put it on your site"))
    intro = PlainText(required=False, label=_("Introduction"), rows=2)
    what = WordChoice(choices=choices, label=_("What to embed"))
    look = LookBlock()

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        found = next((embed for embed in embeds() if embed.value == value.get("what")), None)
        if found is None and value.get("what") == SAMPLE.value:
            found = SAMPLE
        context["code"] = code(found) if found else None
        return context

    class Meta:
        icon = "code"
        group = ACTION
        order = 60
        page_limit = 1
        label = _("Embed code")
        description = _("A line of code that puts the map or the petition on another site.")
        template = "kit/embed.html"
        settings_fields = ("look",)
        label_format = "{heading}"
        preview_value = {
            "heading": _("Put it on your site"),
            "intro": _("Copy one line. It shows the newest state by itself and sets no cookie."),
            "what": SAMPLE.value,
            "look": "paper",
        }


def code(embed: Embed) -> EmbedCode:
    """One line with our loader, and a plain frame for sites that take no scripts."""
    url, label = f"{settings.BASE_URL}{embed.path}", str(embed.label)
    line = format_html(
        '<a class="cw-embed" href="{}">{}</a><script async src="{}/embed.js"></script>',
        url,
        label,
        settings.BASE_URL,
    )
    frame = format_html(
        '<iframe src="{}" title="{}" loading="lazy" height="{}" '
        'style="width:100%;border:0"></iframe>',
        url,
        label,
        embed.height,
    )
    return EmbedCode(label, url, str(line), str(frame), embed.path, embed.height)
