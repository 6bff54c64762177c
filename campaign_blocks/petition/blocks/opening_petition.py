from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit import overlay as overlays
from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.general_blocks.images import DescribedImageBlock
from campaign_blocks.kit.groups import TOP
from campaign_blocks.kit.looks import LookBlock, WordChoice
from campaign_blocks.kit.text import PlainText
from campaign_blocks.petition.blocks.showing import panel_for, sample
from campaign_blocks.petition.choosers import PetitionChooserBlock


class OpeningPetitionBlock(CampaignBlock):
    """The first screen: the demand, and the form to sign it, with nothing in between."""

    headline = CharBlock(max_length=90, label=_("Headline"))
    lead = PlainText(required=False, max_length=600, label=_("Lead"))
    petition = PetitionChooserBlock(label=_("Petition"))
    image = DescribedImageBlock(required=False, label=_("Image"))
    look = LookBlock()
    image_side = WordChoice(
        choices=[("end", _("Below the words")), ("start", _("Above the words"))],
        default="end",
        required=False,
        label=_("Image side"),
    )

    class Meta:
        icon = "edit"
        group = TOP
        order = 10
        label = _("Opening with petition")
        description = _("The demand in huge letters with the form to sign beside it.")
        template = "petition/opening_petition.html"
        preview_value = {
            "headline": _("Ban facial recognition"),
            "lead": _("Surveillance of whole crowds is not safety. Tell Congress to end it."),
            "look": "paper",
            "image_side": "end",
        }
        page_limit = 1
        carries_title = True
        records = ("petitions", "organizations", "partners")
        keep = True
        settings_fields = ("look", "image_side")
        label_format = _("Opening: {headline}")

    def get_preview_value(self) -> Any:
        value = super().get_preview_value()
        value["petition"] = sample(title=_("Ban it"), letter_body=_("Please sponsor the bill."))
        return value

    def get_context(
        self, value: dict[str, Any], parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["panel"] = panel_for(value.get("petition"), context)
        context["greeting"] = overlays.current(context)
        return context
