from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import ACTION
from campaign_blocks.petition.blocks.showing import panel_for, sample
from campaign_blocks.petition.choosers import PetitionChooserBlock


class PetitionFormBlock(CampaignBlock):
    """The form once more, further down the page."""

    petition = PetitionChooserBlock(label=_("Petition"))
    heading = CharBlock(max_length=80, required=False, label=_("Heading"))
    compact = BooleanBlock(
        required=False,
        default=False,
        label=_("Compact"),
        help_text=_("The form without the demand."),
    )

    class Meta:
        icon = "form"
        group = ACTION
        order = 10
        label = _("Petition form")
        description = _("The demand and the form to sign it, anywhere on the page.")
        template = "petition/petition_form.html"
        preview_value = {"heading": _("Add your name"), "compact": False}
        page_limit = 2
        records = ("petitions", "organizations", "partners")
        keep = True
        settings_fields = ("compact",)
        label_format = _("Petition: {heading}")

    def get_preview_value(self) -> Any:
        value = super().get_preview_value()
        value["petition"] = sample(
            title=_("Ban it"), ask=_("Congress must end facial recognition by government.")
        )
        return value

    def get_context(
        self, value: dict[str, Any], parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["panel"] = panel_for(value.get("petition"), context)
        return context
