from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import EVIDENCE
from campaign_blocks.kit.looks import LookBlock, WordChoice
from campaign_blocks.kit.text import PlainText
from campaign_blocks.map.blocks.sample import sample_context, sample_value
from campaign_blocks.map.filters import Filters
from campaign_blocks.map.models import Meaning
from campaign_blocks.map.reading import MapReading


class MapBlock(CampaignBlock):
    heading = CharBlock(max_length=80, required=False, label=_("Heading"))
    intro = PlainText(required=False, max_length=600, label=_("Introduction"))
    map = SnippetChooserBlock("map.Map", label=_("Map"))
    showing = WordChoice(
        choices=Meaning.choices,
        required=False,
        label=_("Show only"),
        help_text=_("Leave empty to show every kind of place."),
    )
    look = LookBlock()
    height = WordChoice(
        choices=[("tall", _("Full width")), ("short", _("Half width"))],
        default="tall",
        required=False,
        label=_("Size"),
    )

    class Meta:
        icon = "site"
        group = EVIDENCE
        order = 10
        label = _("Map")
        label_format = _("Map: {heading}")
        description = _("The states shaded by the number of places, with a link to the full map.")
        template = "map/map_block.html"
        preview_value = staticmethod(sample_value)  # a bare function would get the Meta
        page_limit = 1
        records = ("places",)
        keep = True
        settings_fields = ("look", "height")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        chosen = value.get("map")
        if chosen is None:
            return context
        if chosen.pk is None:
            return {**context, **sample_context(chosen)}
        if chosen.published:
            context |= drawn(chosen, value.get("showing"))
        return context


def drawn(chosen: Any, showing: str) -> dict[str, Any]:
    """Three queries: the kinds, their counts, the marks of the good kinds."""
    reading = MapReading(chosen, Filters(map=chosen.slug), reverse("map:full"))
    if showing:
        slugs = tuple(kind.slug for kind in reading.kinds if kind.meaning == showing)
        reading.filters = Filters(map=chosen.slug, kinds=slugs)
    return {
        "picture": reading.picture_of_state_pages(),
        "tally": reading.tally,
        "full_address": reading.full_address,
        "credit": chosen.attribution,
    }
