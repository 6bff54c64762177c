"""Reading one part of a printed delivery."""

from collections.abc import Iterable

from django.utils import timezone

from campaign_blocks.petition.letters.document import Constituent, Delivery, Excerpt
from campaign_blocks.petition.letters.places import place_of
from campaign_blocks.petition.letters.rows import Row, rows
from campaign_blocks.petition.models import HandOver
from campaign_blocks.petition.thanking import home_of

# Even where every name needs shaping, a part of this size is drawn in under three seconds.
NAMES_IN_A_PART = 4000
MOST_EXCERPTS = 200
LONGEST_EXCERPT = 600


def parts_of(hand_over: HandOver) -> int:
    return max(1, -(-hand_over.rows // NAMES_IN_A_PART))


def read_part(hand_over: HandOver, part: int) -> Delivery:
    """`part` counts from 1; excerpts stand in the first one."""
    recipient = hand_over.recipient
    petition = recipient.petition
    first = (part - 1) * NAMES_IN_A_PART
    found = list(rows(hand_over, first=first, most=NAMES_IN_A_PART))
    return Delivery(
        recipient=str(recipient),
        seat=", ".join(part for part in (recipient.seat, recipient.chamber) if part),
        campaign=petition.title,
        address=home_of(petition),
        subject=petition.letter_subject or petition.title,
        body=petition.letter_body,
        day=timezone.localdate(),
        total=hand_over.rows,
        first=first + 1,
        constituents=[Constituent(name, place_of(city, code)) for name, city, code, *_ in found],
        excerpts=list(excerpts(found))[:MOST_EXCERPTS],
    )


def excerpts(found: Iterable[Row]) -> Iterable[Excerpt]:
    for name, city, code, own, body, _moment in found:
        if own:
            yield Excerpt(name, place_of(city, code), shortened(body))


def shortened(words: str) -> str:
    if len(words) <= LONGEST_EXCERPT:
        return words
    return f"{words[:LONGEST_EXCERPT].rsplit(' ', 1)[0]} …"
