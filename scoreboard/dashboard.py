from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from scoreboard.board import count, vacant_seats
from scoreboard.currentness import words_of
from scoreboard.models import (
    Bill,
    Correction,
    CorrectionState,
    ImportRun,
    ImportState,
    Legislator,
)


def render_panel(request: HttpRequest) -> SafeString:
    """Where the current bill stands, and when the roster last changed."""
    bill = Bill.objects.current()
    latest = Legislator.objects.order_by("-updated_at").values_list("updated_at", flat=True)
    waiting = Correction.objects.filter(state=CorrectionState.NEW)
    context = {
        "current": [words_of(number) for number in bill.numbers.all()] if bill else [],
        "waiting": waiting.count() if request_may(request) else 0,
        "imported": ImportRun.objects.filter(state=ImportState.DONE).first(),
        "bill": bill,
        "tally": count(bill, vacant_seats(bill).count()) if bill else None,
        "people": Legislator.objects.in_office().count(),
        "updated_at": latest.first(),
    }
    return render_to_string("scoreboard/admin/panel.html", context, request=request)


def request_may(request: HttpRequest) -> bool:
    """Who decides on reports hears of them; a request without a user is nobody's."""
    user = getattr(request, "user", None)
    return bool(user and user.has_perm("scoreboard.change_correction"))
