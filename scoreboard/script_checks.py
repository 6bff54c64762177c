"""Checks of the texts of a bill when staff save it: each must fit everybody it goes to."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.translation import gettext as _

from scoreboard.limits import LIMITS
from scoreboard.positions import Channel
from scoreboard.scripts import (
    FAMILY,
    FIELDS,
    POSTS,
    STANDARD,
    Addressee,
    Mood,
    mood_of,
    write_message,
    write_post,
)
from scoreboard.tokens import PERSON_TOKENS, VISITOR_TOKENS, unknown_tokens

if TYPE_CHECKING:
    from scoreboard.models import Bill

MEASURED = 40
THANKS = re.compile(r"\b(thank|thanks|thankful|grateful)\b", re.IGNORECASE)
DEMAND = re.compile(
    r"\b(please|(ask|urge|call on) you to|ask \{title\} \{last\} to)\b", re.IGNORECASE
)


def script_problems(bill: "Bill") -> dict[str, str]:
    """Message by field; empty when every text can be said to everybody."""
    people = addressees(bill)
    problems = {}
    for name in FIELDS:
        mood, _under, family = name.partition("_")
        written = getattr(bill, name).strip()
        text = written or str(STANDARD[name])
        channels = [channel for channel in Channel if FAMILY[channel] == family]
        found = text_problem(bill, "thank" if mood == "thank" else "ask", channels, text, people)
        if found and (written or people):
            problems[name] = found
    return problems


def script_problem(bill: "Bill", position: str, channel: str, text: str) -> str:
    """What is wrong with one script; "" when it can be said to everybody of that stance."""
    people = addressees(bill)
    return text_problem(bill, mood_of(position), [Channel(channel)], text.strip(), people)


def text_problem(
    bill: "Bill", mood: Mood, channels: list[Channel], text: str, people: list[Addressee]
) -> str:
    is_post = channels[0] in POSTS
    allowed = PERSON_TOKENS if is_post else PERSON_TOKENS | VISITOR_TOKENS
    if wrong := unknown_tokens(text, allowed):
        return _("Nothing is filled in for %(tokens)s.") % {"tokens": " ".join(wrong)}
    if mood == "ask" and THANKS.search(text):
        return _("This goes to those who do not support the bill: take the thanks out.")
    if mood == "thank" and DEMAND.search(text):
        return _("This goes to those who support the bill: take the demand out.")
    problems = (too_long(bill, text, channel, people) for channel in channels)
    return next(filter(None, problems), "")


def addressees(bill: "Bill", position: str = "") -> list[Addressee]:
    """Everybody in office, or all of one stance, with the name of this bill in their chamber."""
    legislator = apps.get_model("scoreboard", "Legislator")
    people = legislator.objects.in_office().filter(chamber__legislature=bill.legislature_id)
    if position:
        people = people.with_position(bill).at(position)
    names = {c: n.number for c, n in bill.numbers_by_chamber.items()} if bill.pk else {}
    rows = people.values_list(
        "title",
        "chamber__short_title",
        "family_name",
        "chamber",
        "x_handle",
        "bluesky",
        "mastodon",
    )
    return [
        Addressee(title or short, last, names.get(chamber, bill.brief_title), *accounts)
        for title, short, last, chamber, *accounts in rows
    ]


def too_long(bill: "Bill", text: str, channel: Channel, people: list[Addressee]) -> str:
    """Names whoever the text is longest for."""
    limit = LIMITS[channel]
    say = writer(bill, text, channel)
    lengths = ((limit.length(say(who)), who) for who in likely_longest(people))
    length, who = max(lengths, key=lambda entry: entry[0], default=(0, None))
    if who is None or length <= limit.most:
        return ""
    numbers = {
        "name": f"{who.title} {who.last}",
        "length": length,
        "limit": limit.most,
        "unit": limit.unit,
        "channel": channel.label,
    }
    if channel == Channel.CALL:
        return _("For %(name)s this is %(length)d words; a call holds %(limit)d.") % numbers
    return _("For %(name)s this is %(length)d characters; %(channel)s holds %(limit)d.") % numbers


def writer(bill: "Bill", text: str, channel: Channel) -> Callable[[Addressee], str]:
    if channel in POSTS:
        return lambda who: write_post(text, bill.brief_title, who, channel)
    return lambda who: write_message(text, bill.title, who)


def likely_longest(people: list[Addressee]) -> list[Addressee]:
    """Ten thousand people need not all be measured: only those whose parts are the longest."""
    found: set[Addressee] = set()
    for part in range(len(Addressee._fields)):
        found.update(sorted(people, key=lambda who, n=part: len(who[n]), reverse=True)[:MEASURED])  # type: ignore[misc]
    found.update(sorted(people, key=lambda who: sum(map(len, who)), reverse=True)[:MEASURED])
    return list(found)
