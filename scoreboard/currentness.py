"""When the sponsors of a bill were last current, in words for staff."""

from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from scoreboard.models import BillNumber


def words_of(number: BillNumber) -> str:
    """'S.4084: current as of 3 hours ago', and what went wrong since."""
    if number.synced_at is None and not number.problem:
        return _("%(number)s: not read yet") % {"number": number.number}
    if number.synced_at is None:
        return f"{number.number}: {number.problem}"
    ago = timesince(number.synced_at, depth=1)
    words = _("%(number)s: current as of %(ago)s ago") % {"number": number.number, "ago": ago}
    return f"{words}. {number.problem}" if number.problem else words
