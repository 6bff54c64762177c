"""What the scoreboard offers to somebody who has just signed."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from scoreboard.forms import ZipForm
from scoreboard.models import Bill


def lawmakers() -> SafeString:
    """A ZIP form that asks this site alone; nothing about the visitor is in it."""
    context = {"finder": ZipForm(auto_id="after_%s"), "bill": Bill.objects.current()}
    return render_to_string("scoreboard/follow_up.html", context)
