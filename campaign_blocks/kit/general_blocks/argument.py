from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.images import DescribedImageBlock
from campaign_blocks.kit.general_blocks.rules import refuse_code
from campaign_blocks.kit.general_blocks.samples import sample_image
from campaign_blocks.kit.general_blocks.targets import LinkBlock, link_in
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.looks import LookBlock, WordChoice
from campaign_blocks.kit.text import RichText

SIDES = [("auto", _("Alternate")), ("end", _("After the text")), ("start", _("Before the text"))]
MOST_IMAGES = 4


def preview() -> dict[str, Any]:
    return {
        "heading": _("It gets people wrong"),
        "text": _(
            "<p>In the city’s own test the cameras named the wrong person in four of five alarms. "
            "Each one was a stranger stopped on the street.</p>"
        ),
        "images": [sample_image(1, "A face inside the corners of a camera’s target")],
        "look": "paper",
        "glitch": True,
        "image_side": "auto",
    }


class ArgumentBlock(CampaignBlock):
    heading = CharBlock(
        max_length=80, label=_("Heading"), help_text=_("Up to 60 characters read well on phones.")
    )
    text = RichText(required=False, label=_("Text"))
    images = ListBlock(
        DescribedImageBlock(), max_num=MOST_IMAGES, default=[], label=_("Images"), collapsed=True
    )
    button = LinkBlock(required=False, collapsed=True, label=_("Button"))
    look = LookBlock()
    glitch = BooleanBlock(
        required=False,
        default=True,
        label=_("Glitch effect"),
        help_text=_("For pictures of people being watched. It plays once and respects “stop”."),
    )
    image_side = WordChoice(choices=SIDES, default="auto", required=False, label=_("Images"))

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        refuse_code("text", cleaned.get("text"))
        return cleaned

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        images = [image for image in value.get("images") or () if image]
        context["images"] = images
        # One picture is shown whole; several share one shape, cropped round their focal points.
        context["crop"] = "wide" if len(images) > 1 else ""
        context["link"] = link_in(value, "button")
        return context

    class Meta:
        icon = "openquote"
        group = CASE
        order = 10
        label = _("Argument")
        description = _("One reason: a heading, a few sentences, up to four pictures, a button.")
        template = "kit/argument.html"
        settings_fields = ("look", "glitch", "image_side")
        label_format = "{heading}"
        preview_value = staticmethod(preview)
