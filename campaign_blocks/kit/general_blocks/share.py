from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, MultipleChoiceBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.addresses import address_of
from campaign_blocks.kit.general_blocks.images import DescribedImageBlock
from campaign_blocks.kit.groups import ACTION
from campaign_blocks.kit.looks import LookBlock
from campaign_blocks.kit.sharing import NETWORKS, sharing
from campaign_blocks.kit.text import PlainText

LONGEST_MESSAGE = 240  # an address of 40 characters still fits a post on X


class ShareBlock(CampaignBlock):
    heading = CharBlock(max_length=80, label=_("Heading"), default=_("Spread the word"))
    intro = PlainText(required=False, label=_("Introduction"), rows=2)
    message = PlainText(
        required=False,
        max_length=LONGEST_MESSAGE,
        label=_("Message"),
        help_text=_("What people send along with the link; “Copy link” copies the link alone."),
    )
    image = DescribedImageBlock(required=False, label=_("Picture to save and post"))
    networks = MultipleChoiceBlock(
        choices=[(one.name, one.label) for one in NETWORKS],
        required=False,
        label=_("Networks"),
        help_text=_("None chosen: all of them. The link to copy is always first."),
    )
    look = LookBlock()

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        page = (parent_context or {}).get("page")
        context["sharing"] = sharing(
            url=address_of(parent_context),
            title=page.title if page else "",
            text=value.get("message") or "",
            networks=value.get("networks") or [],
        )
        return context

    class Meta:
        icon = "resubmit"
        group = ACTION
        order = 50
        page_limit = 1
        label = _("Share")
        description = _("A link to copy first, then links for messengers and networks.")
        template = "kit/share.html"
        settings_fields = ("networks", "look")
        label_format = "{heading}"
        preview_value = {
            "heading": _("Spread the word"),
            "intro": _("Half of those who sign came through somebody they know."),
            "message": _("I signed to stop face scanning in our city. Will you?"),
            "look": "paper",
        }
