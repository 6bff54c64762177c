from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import EVIDENCE
from campaign_blocks.kit.looks import LookBlock, WordChoice
from campaign_blocks.kit.text import PlainText
from scoreboard.board import members, vacant_seats
from scoreboard.choosers import BillChooserBlock
from scoreboard.drawing import draw_by_state
from scoreboard.forms import ZipForm
from scoreboard.groups import Group, group_by_state
from scoreboard.models import Bill
from scoreboard.people import read_people
from scoreboard.samples import sample_groups
from scoreboard.totals import tally_of

SHOW = [
    ("", _("Everybody")),
    ("senate", _("Senate only")),
    ("house", _("House only")),
    ("friends", _("Only those who support it")),
]


class ScoreboardBlock(CampaignBlock):
    heading = CharBlock(max_length=80, required=False, label=_("Heading"))
    intro = PlainText(required=False, label=_("Introduction"))
    bill = BillChooserBlock(required=False, label=_("Bill"), help_text=_("Empty: the latest bill."))
    show = WordChoice(choices=SHOW, required=False, label=_("Show"))
    look = LookBlock()

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        sample = context.get("preview_groups")
        if sample is not None:
            return {**context, **self.draw(None, sample)}
        bill = value.get("bill") or Bill.objects.current()
        return {**context, **self.draw(bill, read_groups(bill, value.get("show") or ""))}

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = dict(super().get_preview_context(value, parent_context))
        context["preview_groups"] = sample_groups()
        return context

    def draw(self, bill: Bill | None, groups: list[Group]) -> dict[str, Any]:
        return {
            "bill": bill,
            "tally": tally_of(groups),
            "finder": ZipForm(),
            "people": draw_by_state(groups),
        }

    class Meta:
        icon = "tasks"
        group = EVIDENCE
        order = 20
        label = _("Scoreboard")
        description = _("Where every lawmaker stands on a bill, with a way to thank or ask them.")
        template = "scoreboard/block.html"
        page_limit = 1
        records = ("scoreboard",)
        keep = True
        settings_fields = ("look",)
        label_format = _("Scoreboard: {heading}")
        preview_value = {
            "heading": _("Congressional scoreboard"),
            "intro": _("Thank those who sponsor the bill, and ask those in red to join them."),
            "look": "paper",
        }


def read_groups(bill: Bill | None, show: str) -> list[Group]:
    """Two queries: people with their stance, and the seats that nobody holds."""
    people = members(bill).with_position(bill)
    if show == "friends":
        return group_by_state(read_people(people.friendly(), bill))
    seats = vacant_seats(bill).select_related(None).only("state", "seat")
    if show in {"senate", "house"}:
        people = people.filter(chamber__slug=show)
        seats = seats.filter(chamber__slug=show)
    return group_by_state(read_people(people, bill), seats)
