from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition import switches
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.letters.channels import all_channels
from campaign_blocks.petition.letters.numbers import Numbers, by_petition
from campaign_blocks.petition.letters.staff.permissions import user_can_look
from campaign_blocks.petition.models import LetterRecipient, Petition


class LettersView(DeskPage):
    """Every petition with a letter, how far its letters are, and which ways are set up."""

    permission = user_can_look
    page_title = _("Letters")
    header_icon = "draft"
    template_name = "petition/admin/letters/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        written = LetterRecipient.objects.filter(petition=OuterRef("pk"))
        petitions = list(Petition.objects.filter(~Q(letter_body="") | Exists(written)))
        numbers = by_petition(petitions)
        return super().get_context_data(
            petitions=[(one, numbers.get(one.pk, Numbers())) for one in petitions],
            channels=all_channels(),
            all_paused=switches.paused_in(switches.DELIVERY, self.request),
            **kwargs,
        )
