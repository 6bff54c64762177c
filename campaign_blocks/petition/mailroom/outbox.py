from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.mailroom.permissions import (
    user_can_requeue,
    user_can_see_addresses,
    user_can_see_outbox,
)
from campaign_blocks.petition.models import OutboxMessage


class OutboxFilter(WagtailFilterSet):
    class Meta:
        model = OutboxMessage
        fields = ["state", "kind", "signature__petition"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["signature__petition"].label = _("Petition")


class OutboxView(DeskPage, generic.IndexView):
    """Every mail with its state. An address is personal data: it needs its own permission."""

    permission = user_can_see_outbox
    any_permission_required = ["view"]
    model = OutboxMessage
    page_title = _("Outbox")
    header_icon = "mail"
    breadcrumbs_items: list[dict[str, Any]] = []
    index_url_name = "petition_mail:outbox"
    index_results_url_name = "petition_mail:outbox_results"
    filterset_class = OutboxFilter
    default_ordering = "-pk"
    paginate_by = 50
    is_searchable = False

    def get_base_queryset(self) -> Any:
        return OutboxMessage.objects.select_related("signature__petition")

    @property
    def columns(self) -> list[Column]:
        known = [
            Column("kind", label=_("Mail"), accessor="get_kind_display"),
            Column("petition", label=_("Petition"), accessor="signature.petition.title"),
            Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
            Column("attempts", label=_("Attempts")),
            Column("error", label=_("Last error")),
            DateColumn("created_at", label=_("Queued"), sort_key="created_at"),
            DateColumn("sent_at", label=_("Sent")),
        ]
        if user_can_see_addresses(self.request.user):
            known.insert(2, Column("email", label=_("Address"), accessor="signature.email"))
        return known

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if not user_can_requeue(self.request.user):
            return []
        address = reverse("petition_mail:failures")
        return [HeaderButton(_("Failed mail"), url=address, icon_name="warning")]
