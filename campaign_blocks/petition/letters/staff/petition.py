from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.letters.decide import pause_letters
from campaign_blocks.petition.letters.numbers import Numbers, by_petition, by_recipient
from campaign_blocks.petition.letters.staff.permissions import user_can_decide, user_can_look
from campaign_blocks.petition.models import LetterRecipient, Petition

PER_PAGE = 50


class OfPetition(DeskPage):
    """A page about the letters of the petition that the address names."""

    permission = user_can_look
    header_icon = "draft"

    @cached_property
    def petition(self) -> Petition:
        return get_object_or_404(Petition, pk=self.kwargs["petition"])

    def get_page_title(self) -> str:
        return self.petition.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("petition_letters:index"), "label": _("Letters")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]


class PetitionView(OfPetition):
    template_name = "petition/admin/letters/petition.html"

    def get(self, request: HttpRequest, petition: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "").replace("\0", "")[:80]
        rows = LetterRecipient.objects.filter(petition=self.petition, name__icontains=words)
        page = Paginator(rows.order_by("chamber", "name"), PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        numbers = by_recipient(page.object_list)
        return super().get_context_data(
            petition=self.petition,
            numbers=by_petition([self.petition]).get(self.petition.pk, Numbers()),
            recipients=[(row, numbers.get(row.pk, Numbers())) for row in page.object_list],
            page_obj=page,
            words=words,
            may_decide=user_can_decide(self.request.user),
            **kwargs,
        )


class PauseView(OfPetition):
    permission = user_can_decide

    def post(self, request: HttpRequest, petition: int) -> HttpResponse:
        paused = request.POST.get("paused") == "yes"
        pause_letters(petition=self.petition, paused=paused, by=request.user)  # type: ignore[arg-type]  # staff only
        words = (
            _("Letters wait now. The one under way is the last.") if paused else _("They go on.")
        )
        messages.success(request, words)
        return redirect("petition_letters:petition", petition)
