"""The admin page of a petition's numbers. It reads one snapshot and adds nothing up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.admin.buttons import petition_buttons
from campaign_blocks.petition.admin.permissions import user_can_read_numbers
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.models import CountDrift, NumbersSnapshot, Petition
from campaign_blocks.petition.numbers.shown import shown

DRIFTS = 5


class NumbersView(DeskPage):
    permission = user_can_read_numbers
    page_title = _("Numbers")
    header_icon = "table"
    template_name = "petition/admin/numbers/page.html"
    petition: Petition

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        petitions = Petition.objects.select_related("count", "numbers")
        self.petition = get_object_or_404(petitions, pk=pk)
        return self.render_to_response(self.get_context_data())

    def get_page_subtitle(self) -> str:
        return self.petition.title

    def get_header_buttons(self) -> list[Any]:
        return petition_buttons(self.petition, self.request.user, but="numbers")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        snapshot: NumbersSnapshot | None = getattr(self.petition, "numbers", None)
        drifts = list(CountDrift.objects.filter(petition=self.petition)[:DRIFTS])
        if snapshot is not None:
            snapshot.petition = self.petition
            kwargs["numbers"] = shown(snapshot, drifts)
        return super().get_context_data(petition=self.petition, **kwargs)
