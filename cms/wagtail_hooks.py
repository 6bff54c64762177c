from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.ui.components import Component

from campaign_blocks.kit.doors import DashboardPanel, dashboard_panels


class PluginPanel(Component):
    """A plugin's panel on the first page of the admin."""

    template_name = "cms/admin/panel.html"

    def __init__(self, panel: DashboardPanel, request: HttpRequest) -> None:
        self.panel, self.request = panel, request
        self.order = panel.order

    def get_context_data(self, parent_context: Any = None) -> dict[str, str | SafeString]:
        return {"title": str(self.panel.title), "content": self.panel.render(self.request)}


@hooks.register("construct_homepage_panels")
def add_plugin_panels(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(PluginPanel(panel, request) for panel in dashboard_panels())
