"""For staff: what visitors did in a week, and whether the address service fits the roster."""

from datetime import timedelta

from django.db.models import Sum
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from scoreboard.addresses.answer import wrong_congress
from scoreboard.models import ActionCount
from scoreboard.positions import Channel

DAYS = 7
MOST_PEOPLE = 5


def render_actions(request: HttpRequest) -> SafeString:
    since = timezone.now().date() - timedelta(days=DAYS - 1)
    rows = ActionCount.objects.filter(day__gte=since).order_by()
    by_channel = dict(rows.values_list("channel").annotate(n=Sum("number")))
    by_person = rows.values_list("legislator__full_name", "legislator__slug")
    context = {
        "channels": [(c.label, by_channel[c.value]) for c in Channel if c.value in by_channel],
        "people": by_person.annotate(n=Sum("number")).order_by("-n")[:MOST_PEOPLE],
        "wrong_congress": wrong_congress(),
    }
    return render_to_string("scoreboard/admin/actions_panel.html", context, request=request)
