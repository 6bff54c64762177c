from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdminGroup

from scoreboard.admin.bills import BillAdmin, StanceAdmin
from scoreboard.admin.legislators import LegislatorAdmin


class ScoreboardGroup(ModelAdminGroup):
    menu_label = _("Scoreboard")
    menu_icon = "tasks"
    menu_order = 220
    items = (LegislatorAdmin, BillAdmin, StanceAdmin)
