from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from scoreboard.board import count, vacant_seats
from scoreboard.models import Bill, Legislator


def render_panel(request: HttpRequest) -> SafeString:
    """Where the current bill stands, and when the roster last changed."""
    bill = Bill.objects.current()
    latest = Legislator.objects.order_by("-updated_at").values_list("updated_at", flat=True)
    context = {
        "bill": bill,
        "tally": count(bill, vacant_seats(bill).count()) if bill else None,
        "people": Legislator.objects.in_office().count(),
        "updated_at": latest.first(),
    }
    return render_to_string("scoreboard/admin/panel.html", context, request=request)
