from typing import Any

from wagtail_modeladmin.views import InspectView

from campaign_blocks.petition.admin.permissions import user_can_export
from campaign_blocks.petition.rights.agreed import agreed_to


class SignatureInspectView(InspectView):
    """One signature, with everything its signer agreed to."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["agreed"] = agreed_to(self.instance)
        context["may_export"] = user_can_export(self.request.user)
        return context
