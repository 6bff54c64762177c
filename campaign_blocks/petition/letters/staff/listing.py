from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin import messages

from campaign_blocks.petition.letters.decide import DECISIONS, MOST_AT_ONCE, decide
from campaign_blocks.petition.letters.staff.filter import LetterFilter
from campaign_blocks.petition.letters.staff.permissions import user_can_decide
from campaign_blocks.petition.letters.staff.petition import PER_PAGE, OfPetition


class ListView(OfPetition):
    """Letters one by one, filtered; what people decide about them is decided here."""

    template_name = "petition/admin/letters/list.html"

    def get(self, request: HttpRequest, petition: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, petition: int) -> HttpResponse:
        """Those that are ticked, or all that the filter shows."""
        chosen = LetterFilter(request.POST, petition=self.petition)
        back = redirect("petition_letters:list", petition)
        back["Location"] += f"?{urlencode(chosen.shown())}"
        name = request.POST.get("decision", "")
        if not user_can_decide(request.user) or name not in DECISIONS:
            messages.error(request, _("Nothing was changed."))
            return back
        letters = chosen.letters()
        if "everything" not in request.POST:
            letters = letters.filter(pk__in=ids_in(request.POST.getlist("letter")))
        done = decide(name=name, letters=letters, by=request.user)  # type: ignore[arg-type]  # staff only
        messages.success(
            request,
            _("%(n)d letters: %(what)s.")
            % {
                "n": done,
                "what": DECISIONS[name].label,
            },
        )
        return back

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = LetterFilter(self.request.GET, petition=self.petition)
        letters = chosen.letters().select_related("recipient", "signature", "text")
        page = Paginator(letters.order_by("-pk"), PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            petition=self.petition,
            filter=chosen,
            page_obj=page,
            letters=page.object_list,
            decisions=[one for one in DECISIONS.values() if chosen.offers(one)],
            most=MOST_AT_ONCE,
            may_decide=user_can_decide(self.request.user),
            **kwargs,
        )


def ids_in(values: list[str]) -> list[int]:
    return [int(one) for one in values[:1000] if one.isascii() and one.isdigit() and len(one) < 19]
