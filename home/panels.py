from typing import Any

from wagtail.admin.panels import Panel

from home.brand import palette


class ReadabilityPanel(Panel):
    """Says under the colours what the contrast guard made of them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/readability.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            chosen = palette(self.instance.primary_colour, self.instance.background_tint)
            return {**context, "palette": chosen, "notes": chosen.notes()}
