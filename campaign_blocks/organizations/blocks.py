from typing import Any

from django.db.models import TextChoices
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import PEOPLE
from campaign_blocks.kit.looks import LookBlock, WordChoice
from campaign_blocks.organizations.choosers import OrganizationChooserBlock
from campaign_blocks.organizations.logos import LogoSize, Mark, Shown, marks
from campaign_blocks.organizations.models import Organization


class Source(TextChoices):
    MEMBERS = "members", _("All members")
    CHOSEN = "chosen", _("Only those chosen below")


class Order(TextChoices):
    LISTED = "listed", _("As listed")
    NAME = "name", _("By name")


SAMPLE = ["MediaJustice", "Free Press", "X-Lab", "Oakland Privacy", "Color Of Change", "Mijente"]


class LogoWallBlock(CampaignBlock):
    """The organizations behind the campaign, as logos of equal weight."""

    heading = CharBlock(max_length=80, required=False, label=_("Heading"))
    show = WordChoice(choices=Source.choices, default=Source.MEMBERS, label=_("Show"))
    organizations = ListBlock(
        OrganizationChooserBlock(required=False), default=[], collapsed=True, label=_("Chosen")
    )
    size = WordChoice(choices=LogoSize.choices, default=LogoSize.MEDIUM, label=_("Size"))
    order = WordChoice(choices=Order.choices, default=Order.LISTED, label=_("Order"))
    grey = BooleanBlock(required=False, default=False, label=_("All logos in grey"))
    look = LookBlock()

    class Meta:
        icon = "group"
        group = PEOPLE
        order = 10
        label = _("Organizations")
        description = _("The logos of all members of the coalition, or of those you choose.")
        template = "organizations/logo_wall.html"
        preview_value = {
            "heading": _("Participating Organizations"),
            "show": Source.MEMBERS,
            "organizations": [],
            "size": LogoSize.MEDIUM,
            "order": Order.LISTED,
            "look": "paper",
        }
        page_limit = 2
        records = ("organizations",)
        keep = True
        settings_fields = ("size", "order", "grey", "look")
        label_format = "{heading}"

    def get_context(
        self, value: dict[str, Any], parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["marks"] = context.get("preview_marks") or wall(value)
        context["items"] = draw_items(context["marks"])
        return context

    def get_preview_context(
        self, value: dict[str, Any], parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = dict(super().get_preview_context(value, parent_context=parent_context))
        context["preview_marks"] = [Mark(name=name) for name in SAMPLE]
        return context


def wall(value: dict[str, Any]) -> list[Mark]:
    """At most two queries, whatever the number of organizations, besides reading those chosen."""
    size = LogoSize(value.get("size") or LogoSize.MEDIUM)
    chosen: list[Shown]
    if value.get("show") == Source.CHOSEN:
        chosen = [one for one in value.get("organizations") or [] if one is not None]
    else:
        chosen = list(Organization.objects.members().in_order().rows())
    if value.get("order") == Order.NAME:
        chosen.sort(key=lambda organization: organization.name.casefold())
    return marks(chosen, size)


def draw_items(marks: list[Mark]) -> SafeString:
    html = render_to_string("organizations/logos.html", {"marks": marks}, using="jinja2")
    return mark_safe(html)  # Jinja has escaped every value  # noqa: S308
