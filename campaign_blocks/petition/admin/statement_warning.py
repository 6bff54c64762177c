from typing import Any

from wagtail.admin.panels import Panel

from campaign_blocks.petition.models.choices import ConsentMode


class StatementWarning(Panel):
    """Stands above the choice as long as a petition takes its statement for consent."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "petition/admin/statement_warning.html"

        def is_shown(self) -> bool:
            return bool(self.instance.consent_mode == ConsentMode.STATEMENT)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["binds"] = self.instance.consent_asked == ConsentMode.STATEMENT
            return context
