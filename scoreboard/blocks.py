from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import EVIDENCE
from campaign_blocks.kit.looks import LookBlock, WordChoice
from campaign_blocks.kit.text import PlainText
from scoreboard.board import count, vacant_seats
from scoreboard.choosers import BillChooserBlock
from scoreboard.drawing import draw_by_state
from scoreboard.finder_form import finder_for
from scoreboard.groups import Group
from scoreboard.models import Bill
from scoreboard.samples import sample_groups
from scoreboard.showing import PARTIAL, SHOW, read_groups
from scoreboard.totals import Tally, tally_of


class ScoreboardBlock(CampaignBlock):
    heading = CharBlock(max_length=80, required=False, label=_("Heading"))
    intro = PlainText(required=False, label=_("Introduction"))
    bill = BillChooserBlock(required=False, label=_("Bill"), help_text=_("Empty: the latest bill."))
    show = WordChoice(
        choices=SHOW,
        required=False,
        label=_("Show"),
        help_text=_("“Only the visitor's own” lists nobody before a ZIP code is given."),
    )
    look = LookBlock()

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        sample = context.get("preview_groups")
        if sample is not None:
            return {**context, **self.draw(None, sample)}
        bill = value.get("bill") or Bill.objects.current()
        show = value.get("show") or ""
        groups = read_groups(bill, show)
        tally = count(bill, vacant_seats(bill).count()) if show in PARTIAL else None
        finder = finder_for(bill, chosen=value["bill"].slug if value.get("bill") else "")
        return {**context, **self.draw(bill, groups, tally), "finder": finder}

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = dict(super().get_preview_context(value, parent_context))
        context["preview_groups"] = sample_groups()
        return context

    def draw(
        self, bill: Bill | None, groups: list[Group], tally: Tally | None = None
    ) -> dict[str, Any]:
        """The numbers are those of all, also where only some are listed."""
        return {
            "bill": bill,
            "tally": tally or tally_of(groups),
            "finder": finder_for(bill),
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
