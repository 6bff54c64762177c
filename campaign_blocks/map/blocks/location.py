from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import EXTRAS
from campaign_blocks.kit.looks import LookBlock
from campaign_blocks.kit.text import PlainText
from campaign_blocks.map.blocks.point import PointBlock, read_point
from campaign_blocks.map.locator import locate


class LocationBlock(CampaignBlock):
    """Where people meet: an address, and a small picture instead of somebody's map tiles."""

    heading = CharBlock(max_length=80, required=False, label=_("Heading"))
    address = PlainText(max_length=300, rows=2, label=_("Address"))
    note = PlainText(
        required=False,
        max_length=400,
        rows=2,
        label=_("Note"),
        help_text=_("When, which door, step-free access."),
    )
    point = PointBlock(
        required=False,
        label=_("Point"),
        help_text=_("Click on the map or write latitude,longitude."),
    )
    look = LookBlock()

    class Meta:
        icon = "home"
        group = EXTRAS
        order = 20
        label = _("Where we meet")
        label_format = _("Where we meet: {address}")
        description = _("An address with a small picture of where it lies.")
        template = "map/location_block.html"
        preview_value = {
            "heading": _("Where we meet"),
            "address": "Main Library\n100 Larkin Street\nSan Francisco, CA 94102",
            "note": _("Every first Tuesday at 6 pm. Step-free from Grove Street."),
            "point": {"lat": "37.7791", "lng": "-122.4158", "srid": "4326"},
            "look": "paper",
        }
        settings_fields = ("look",)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        point = read_point(value.get("point"))
        if point:
            context |= {"point": point, "locator": locate(point)}
        return context
