"""The rules of judgement: pure, so that a batch is read once and nothing is asked in between."""

import hmac
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings

from campaign_blocks.petition import rates
from campaign_blocks.petition.identity.addresses import ascii_domain
from campaign_blocks.petition.identity.fingerprints import derived_key
from campaign_blocks.petition.identity.mail_providers import LARGE
from campaign_blocks.petition.models.suspicion import Suspicion
from campaign_blocks.petition.services import tallies
from campaign_blocks.petition.services.tallies import Added, Span

MOST_IN_A_HOUSEHOLD = 5
FOR_GOOD = timedelta(days=36_500)
# A form token is made when its page is served. Pages are kept by browsers, so that this is a lower
# bound for the time that a person took; below it nobody has read and typed anything.
FEWEST_SECONDS = 2


class Row(NamedTuple):
    """What the judge reads of one signature."""

    pk: int
    petition_id: int
    fingerprint: bytes
    email: str
    address_block: bytes
    seconds_taken: int | None
    created_at: datetime
    in_household: bool

    @property
    def is_exempt(self) -> bool:
        """From rates: it came from no network, or from this machine where that is a demo."""
        return not self.address_block


class Verdict(NamedTuple):
    """`position` is the place among those of the same network in the window of its rate."""

    reason: Suspicion
    position: float


@dataclass(frozen=True)
class Rule:
    reason: Suspicion
    rate: rates.Rate
    value: Callable[[Row], bytes]

    def key(self, value: bytes) -> bytes:
        return hmac.digest(
            derived_key("tally", settings.FINGERPRINT_KEY or settings.SECRET_KEY),
            self.reason.value.encode() + b":" + value,
            "sha256",
        )[:16]


class Mark(NamedTuple):
    """One row as one rule counts it."""

    pk: int
    rule: Rule
    moment: float
    span: Span


Positions = dict[tuple[int, Suspicion], float]


def domain_of(email: str) -> str:
    return ascii_domain(email.rpartition("@")[2])


def rare_domain(row: Row) -> bytes:
    domain = domain_of(row.email)
    return b"" if row.is_exempt or domain in LARGE else domain.encode()


def mailbox(row: Row) -> bytes:
    return b"" if row.is_exempt else bytes(row.fingerprint)


def household(row: Row) -> bytes:
    return b"%d:%b" % (row.petition_id, row.fingerprint) if row.in_household else b""


def rules() -> list[Rule]:
    """In the order of their weight: the first that is broken is the one that staff are told."""
    return [
        Rule(Suspicion.HOUSEHOLD, rates.Rate(MOST_IN_A_HOUSEHOLD, FOR_GOOD), household),
        Rule(
            Suspicion.ADDRESS,
            rates.parse(settings.SIGN_RATE_LIMIT),
            lambda row: bytes(row.address_block),
        ),
        Rule(Suspicion.MAILBOX, rates.parse(settings.MAILBOX_RATE_LIMIT), mailbox),
        Rule(Suspicion.DOMAIN, rates.parse(settings.DOMAIN_RATE_LIMIT), rare_domain),
    ]


def suspects(rows: Sequence[Row], disposable: Collection[str]) -> dict[int, Verdict]:
    """By signature. Two queries for any number of rows, which stand in the order they came in."""
    known = rules()
    reached = positions(marks(rows, known))
    found: dict[int, Verdict] = {}
    for row in rows:
        reason = first_broken(row, known, reached) or look_of(row, disposable)
        if reason:
            found[row.pk] = Verdict(reason, reached.get((row.pk, Suspicion.ADDRESS), 0))
    return found


def marks(rows: Iterable[Row], known: Sequence[Rule]) -> list[Mark]:
    return [
        Mark(row.pk, rule, moment, Span(rule.key(value), rule.rate.began(moment)))
        for row in rows
        if (moment := row.created_at.timestamp())
        for rule in known
        if (value := rule.value(row))
    ]


def positions(found: Sequence[Mark]) -> Positions:
    """Which one of its window each row is, for every rule that looks at it."""
    fresh = Counter(mark.span for mark in found)
    ends = {mark.span: mark.rule.rate.ends(mark.span.began) for mark in found}
    after = tallies.add({span: Added(amount, ends[span]) for span, amount in fresh.items()})
    known = tallies.amounts([span.key for span in fresh])
    seen: Counter[Span] = Counter()
    reached = {}
    for pk, rule, moment, span in found:
        seen[span] += 1
        before = after[span] - fresh[span] + rule.rate.earlier(moment, known[span.key])
        reached[pk, rule.reason] = before + seen[span]
    return reached


def first_broken(row: Row, known: Sequence[Rule], reached: Positions) -> Suspicion | None:
    for rule in known:
        if reached.get((row.pk, rule.reason), 0) > rule.rate.most:
            return rule.reason
    return None


def look_of(row: Row, disposable: Collection[str]) -> Suspicion | None:
    """What a signature shows by itself."""
    parts = domain_of(row.email).split(".")
    if any(".".join(parts[start:]) in disposable for start in range(len(parts) - 1)):
        return Suspicion.DISPOSABLE
    taken = row.seconds_taken
    if taken is not None and taken < FEWEST_SECONDS and not row.is_exempt:
        return Suspicion.QUICK
    return None
