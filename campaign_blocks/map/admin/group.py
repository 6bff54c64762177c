"""The menu of the map."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from campaign_blocks.map.admin.maps import MapViewSet
from campaign_blocks.map.admin.places import PlaceViewSet


class AllowedItem(MenuItem):
    def __init__(self, label: str | Promise, url: str, *, permission: str, **kwargs: Any) -> None:
        super().__init__(label, url, **kwargs)
        self.permission = permission

    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm(self.permission))


class MapGroup(SnippetViewSetGroup):
    items = (PlaceViewSet, MapViewSet)
    menu_label = _("Map")
    menu_icon = "site"
    menu_order = 260

    def get_submenu_items(self) -> list[MenuItem]:
        reports = AllowedItem(
            _("Reports"),
            reverse("map_reports:list"),
            permission="map.view_report",
            name="map-reports",
            icon_name="mail",
            order=2,
        )
        imports = AllowedItem(
            _("Import places"),
            reverse("map_imports:list"),
            permission="map.add_place",
            name="map-imports",
            icon_name="upload",
            order=3,
        )
        return [*super().get_submenu_items(), reports, imports]
