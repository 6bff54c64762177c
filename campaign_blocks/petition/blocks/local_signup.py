from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import ACTION
from campaign_blocks.kit.text import RichText
from campaign_blocks.petition.blocks.showing import panel_for, sample
from campaign_blocks.petition.choosers import SignupChooserBlock
from campaign_blocks.petition.models.choices import PetitionKind


class LocalSignupBlock(CampaignBlock):
    """For those who want to do more than sign, where they live."""

    heading = CharBlock(max_length=80, label=_("Heading"))
    text = RichText(required=False, label=_("Text"))
    signup = SignupChooserBlock(label=_("Sign-up form"))

    class Meta:
        icon = "home"
        group = ACTION
        order = 40
        label = _("Local sign-up")
        description = _("Words about what is won locally, and a form for those who will help.")
        template = "petition/local_signup.html"
        preview_value = {
            "heading": _("Organize where you live"),
            "text": _("<p>Cities banned it first. Yours can be next.</p>"),
        }
        page_limit = 1
        records = ("petitions", "organizations", "partners")
        keep = True
        label_format = _("Local sign-up: {heading}")

    def get_preview_value(self) -> Any:
        value = super().get_preview_value()
        value["signup"] = sample(kind=PetitionKind.SIGNUP, title=_("I will help locally"))
        return value

    def get_context(
        self, value: dict[str, Any], parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["panel"] = panel_for(value.get("signup"), context)
        return context
