from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.images import DescribedImageBlock
from campaign_blocks.kit.general_blocks.samples import sample_image
from campaign_blocks.kit.groups import PEOPLE


class PersonBlock(StructBlock):
    name = CharBlock(max_length=80, label=_("Name"))
    role = CharBlock(max_length=120, required=False, label=_("Role"))
    photo = DescribedImageBlock(required=False, label=_("Photo"))

    class Meta:
        icon = "user"
        label_format = "{name}"


def preview() -> dict[str, Any]:
    return {
        "heading": _("Who we are"),
        "items": [
            {"name": "Ada Okafor", "role": _("Organizer"), "photo": sample_image(3, "Ada Okafor")},
            {"name": "Luis Vega", "role": _("Counsel"), "photo": None},
        ],
    }


class PeopleBlock(CampaignBlock):
    heading = CharBlock(max_length=80, label=_("Heading"), default=_("Who we are"))
    items = ListBlock(PersonBlock(), label=_("People"), default=[], collapsed=True)

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["people"] = [item for item in value.get("items") or () if item.get("name")]
        return context

    class Meta:
        icon = "user"
        group = PEOPLE
        order = 20
        page_limit = 2
        label = _("People")
        description = _("Names, roles and photos of the people behind the campaign.")
        template = "kit/people.html"
        label_format = "{heading}"
        preview_value = staticmethod(preview)
