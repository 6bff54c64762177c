"""Checks of the texts of a bill when staff save it."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.translation import gettext as _

from scoreboard.scripts import FIELDS, STANDARD, Addressee, write_post
from scoreboard.tokens import (
    PERSON_TOKENS,
    POST_LIMIT,
    VISITOR_TOKENS,
    post_length,
    unknown_tokens,
)

if TYPE_CHECKING:
    from scoreboard.models import Bill


def script_problems(bill: "Bill") -> dict[str, str]:
    """Message by field; empty when every text can be said to everybody."""
    problems = {}
    people = addressees(bill)
    for name in FIELDS:
        text = getattr(bill, name).strip()
        is_post = name.endswith("_post")
        allowed = PERSON_TOKENS if is_post else PERSON_TOKENS | VISITOR_TOKENS
        wrong = unknown_tokens(text, allowed)
        if wrong:
            problems[name] = _("Nothing is filled in for %(tokens)s.") % {"tokens": " ".join(wrong)}
        elif is_post and (too_long := _too_long(bill, text or str(STANDARD[name]), people)):
            problems[name] = too_long
    return problems


def addressees(bill: "Bill") -> list[Addressee]:
    """Everybody in office, with the name of this bill in their chamber."""
    legislator = apps.get_model("scoreboard", "Legislator")
    people = legislator.objects.in_office().filter(chamber__legislature=bill.legislature_id)
    names = {c: n.number for c, n in bill.numbers_by_chamber.items()} if bill.pk else {}
    rows = people.values_list("title", "chamber__short_title", "family_name", "chamber", "x_handle")
    return [
        Addressee(title or short, last, names.get(chamber, bill.brief_title), handle)
        for title, short, last, chamber, handle in rows
    ]


def _too_long(bill: "Bill", text: str, people: list[Addressee]) -> str:
    posts = ((post_length(write_post(text, bill.brief_title, who)), who) for who in people)
    length, who = max(posts, key=lambda entry: entry[0], default=(0, None))
    if who is None or length <= POST_LIMIT:
        return ""
    return _("For %(name)s this is %(length)d characters; a post holds %(limit)d.") % {
        "name": f"{who.title} {who.last}",
        "length": length,
        "limit": POST_LIMIT,
    }
