from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.options import ModelAdminGroup

from scoreboard.admin.bills import BillAdmin
from scoreboard.admin.corrections import CorrectionAdmin
from scoreboard.admin.legislators import LegislatorAdmin
from scoreboard.admin.parliaments import ChamberAdmin, LegislatureAdmin, VacancyAdmin
from scoreboard.admin.permissions import user_can_import
from scoreboard.admin.stances import StanceAdmin, StanceChangeAdmin


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_can_import(request.user)


class ScoreboardGroup(ModelAdminGroup):
    menu_label = _("Scoreboard")
    menu_icon = "tasks"
    menu_order = 220
    items = (
        LegislatorAdmin,
        BillAdmin,
        StanceAdmin,
        StanceChangeAdmin,
        CorrectionAdmin,
        LegislatureAdmin,
        ChamberAdmin,
        VacancyAdmin,
    )

    def get_submenu_items(self) -> list[Any]:
        url = reverse("scoreboard_imports:list")
        imports = ImportMenuItem(_("Imports"), url, icon_name="upload", order=500)
        return [*super().get_submenu_items(), imports]
