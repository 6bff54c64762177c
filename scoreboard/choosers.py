"""Choosing people and bills in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet

from campaign_blocks.kit.preloading import RecordChoice


class LegislatorChooser(ChooserViewSet):
    model = "scoreboard.Legislator"
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    edit_item_text = _("Edit this person")
    per_page = 20


class BillChooser(ChooserViewSet):
    model = "scoreboard.Bill"
    base_block_class = RecordChoice
    icon = "doc-full"
    choose_one_text = _("Choose a bill")
    choose_another_text = _("Choose another bill")
    edit_item_text = _("Edit this bill")


legislator_chooser = LegislatorChooser("legislator_chooser")
bill_chooser = BillChooser("bill_chooser")

BillChooserBlock = bill_chooser.get_block_class(
    name="BillChooserBlock", module_path="scoreboard.choosers"
)
