from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from campaign_blocks.petition.letters.delivery import parts_of
from campaign_blocks.petition.letters.hand_over import fetchable
from campaign_blocks.petition.letters.numbers import Numbers, by_recipient, size_of
from campaign_blocks.petition.letters.staff.download_form import DownloadForm
from campaign_blocks.petition.letters.staff.permissions import user_can_decide, user_can_download
from campaign_blocks.petition.letters.staff.petition import OfPetition
from campaign_blocks.petition.models import LetterRecipient

DOWNLOADS_SHOWN = 30


class OfRecipient(OfPetition):
    @cached_property
    def recipient(self) -> LetterRecipient:
        rows = LetterRecipient.objects.select_related("petition__page")
        return get_object_or_404(rows, pk=self.kwargs["recipient"], petition=self.petition)

    def get_page_title(self) -> str:
        return str(self.recipient)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *above, here = super().get_breadcrumbs_items()
        petition = reverse("petition_letters:petition", args=[self.petition.pk])
        return [*above, {"url": petition, "label": self.petition.title}, here]


class RecipientView(OfRecipient):
    """One lawmaker: how many constituents wrote, the delivery to print, and what was delivered."""

    template_name = "petition/admin/letters/recipient.html"

    def get(self, request: HttpRequest, petition: int, recipient: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def download_form(self, data: Any = None) -> DownloadForm:
        return DownloadForm(data, user=self.request.user, size=size_of(self.recipient))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.recipient.hand_overs.select_related("downloaded_by", "marked_by", "export")
        mine = set(fetchable(by=self.request.user).values_list("pk", flat=True))
        kwargs.setdefault("form", self.download_form())
        return super().get_context_data(
            petition=self.petition,
            recipient=self.recipient,
            numbers=by_recipient([self.recipient]).get(self.recipient.pk, Numbers()),
            downloads=[
                (row, range(1, parts_of(row) + 1) if row.pk in mine else ())
                for row in rows[:DOWNLOADS_SHOWN]
            ],
            today=timezone.localdate(),
            may_download=user_can_download(self.request.user),
            may_decide=user_can_decide(self.request.user),
            **kwargs,
        )
