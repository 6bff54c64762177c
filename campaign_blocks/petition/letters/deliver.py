"""Sending letters, each at most once: claimed in one transaction, sent, marked in another.

A worker that dies in between leaves a letter whose lease runs out. Nobody can know whether it
arrived, so it becomes "in doubt" and waits for people. At no moment is more than one letter of a
worker in that position.
"""

import logging
import random
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce
from django.utils import timezone

from campaign_blocks.petition import switches
from campaign_blocks.petition.letters.channels import InDoubt, Refused, Unreachable, channel
from campaign_blocks.petition.letters.outgoing import outgoing
from campaign_blocks.petition.models import Letter, LetterRecipient
from campaign_blocks.petition.models.letter import LetterQuerySet
from campaign_blocks.petition.models.letter_choices import BY_WIRE, LetterState

log = logging.getLogger("campaign.petition.letters")

LEASE = timedelta(seconds=45)  # in doubt, and seen by staff, within a minute
GIVE_UP_AFTER = timedelta(hours=72)
LONGEST_WAIT = timedelta(hours=4)
REST_WHEN_DOWN = 60.0
SPELL = 5.0  # seconds of one run: other steps of the worker wait no longer
HOUR = 3600
LANES = 100  # looked at for one letter


class Lane(NamedTuple):
    """A lawmaker as one petition writes to her, and how often in an hour."""

    pk: int
    target: str
    pace: int


class LetterDelivery:
    """One worker's round. A way that takes nothing now is left alone for a minute."""

    def __init__(self) -> None:
        self.resting: dict[str, float] = {}

    def run(self) -> int:
        mark_in_doubt()
        done, end = 0, time.monotonic() + SPELL
        while time.monotonic() < end and not switches.paused(switches.DELIVERY):
            letter = claim(self.awake())
            if letter is None:
                break
            self.send(letter)
            done += 1
        return done

    def awake(self) -> list[str]:
        now = time.monotonic()
        return [name for name in BY_WIRE if self.resting.get(name, 0.0) <= now]

    def send(self, letter: Letter) -> None:
        try:
            channel(letter.channel).send(outgoing(letter))
        except Refused as refused:
            refuse(letter, refused)
        except Unreachable as error:
            rest = REST_WHEN_DOWN * random.uniform(1.0, 1.3)  # noqa: S311  spreads load only
            self.resting[letter.channel] = time.monotonic() + rest
            put_back(letter, str(error), timedelta(seconds=rest))
        except InDoubt as error:
            mark(letter, LetterState.UNKNOWN, error=str(error))
        except Exception as error:  # a fault of ours: whether it left, nobody knows
            log.error("letter %s in doubt: %s", letter.pk, type(error).__name__)
            mark(letter, LetterState.UNKNOWN, error=type(error).__name__)
        else:
            mark(letter, LetterState.SENT, sent_at=timezone.now(), error="", postal_address={})


def mark_in_doubt() -> int:
    """Leases that ran out."""
    late = Letter.objects.filter(state=LetterState.SENDING, next_attempt_at__lt=timezone.now())
    if not late.exists():
        return 0
    return late.update(state=LetterState.UNKNOWN, error="the worker stopped while sending")


def claim(ways: list[str]) -> Letter | None:
    """The next letter whose lawmaker's pace allows it; this worker's alone."""
    tried = (take(lane, ways) for lane in open_lanes(ways))
    return next((letter for letter in tried if letter), None)


def open_lanes(ways: list[str]) -> Iterable[Lane]:
    """One for each lawmaker who may be written to now, the longest waiting first, so that
    petitions take turns. Looked for without a lock: `take` asks again."""
    now = timezone.now()
    resting = LetterRecipient.objects.filter(target=OuterRef("target"), next_letter_at__gt=now)
    rows = LetterRecipient.objects.filter(
        Exists(due(ways).filter(recipient=OuterRef("pk"))),
        ~Exists(resting),
        petition__letters_paused=False,
    ).order_by("next_letter_at", "pk")
    found: dict[str, Lane] = {}
    for row in rows.values_list("pk", "target", "petition__letter_pace")[:LANES]:
        found.setdefault(row[1], Lane(*row))
    return found.values()


@transaction.atomic
def take(lane: Lane, ways: list[str]) -> Letter | None:
    """None where another worker was quicker."""
    if not hold(lane.target):
        return None
    pk = due(ways).filter(recipient=lane.pk).order_by("next_attempt_at", "pk").values("pk")[:1]
    taken = Letter.objects.filter(pk__in=list(pk.values_list("pk", flat=True)))
    if not lease(taken):
        return None
    pause = timedelta(seconds=HOUR / lane.pace)
    LetterRecipient.objects.filter(pk=lane.pk).update(next_letter_at=timezone.now() + pause)
    related = ("signature__petition__page", "recipient", "text")
    return Letter.objects.select_related(*related).get(pk__in=taken.values("pk"))


def hold(target: str) -> bool:
    """Until the end of the transaction nobody else takes a letter to this lawmaker, of whatever
    petition. False where somebody else does just now, or one has left too recently.

    Looked at anew once it is locked: another worker may have sent one meanwhile, or a petition have
    written to her for the first time. Nobody waits for a lock, so no two wait for each other.
    """
    rows = LetterRecipient.objects.filter(target=target)
    locked = rows.select_for_update(skip_locked=True, no_key=True).values_list("pk", flat=True)
    mine = set(locked)
    now = timezone.now()
    return all(
        pk in mine and moment <= now for pk, moment in rows.values_list("pk", "next_letter_at")
    )


def due(ways: list[str]) -> LetterQuerySet:
    return ready(ways).filter(next_attempt_at__lte=timezone.now())


def ready(ways: list[str]) -> LetterQuerySet:
    return Letter.objects.agreed().filter(state=LetterState.QUEUED, channel__in=ways)


def lease(letters: LetterQuerySet) -> int:
    now = timezone.now()
    return letters.filter(state=LetterState.QUEUED).update(
        state=LetterState.SENDING,
        attempts=F("attempts") + 1,
        first_attempt_at=Coalesce("first_attempt_at", now),
        next_attempt_at=now + LEASE,
    )


def refuse(letter: Letter, refused: Refused) -> None:
    """For good when the other side said so, or after three days; else later and later."""
    since = letter.first_attempt_at or timezone.now()
    if refused.for_good or timezone.now() - since > GIVE_UP_AFTER:
        mark(letter, LetterState.FAILED, error=refused.reason, next_attempt_at=None)
        return
    wait = min(timedelta(minutes=2 ** min(letter.attempts, 10)), LONGEST_WAIT)
    put_back(letter, refused.reason, wait * random.uniform(0.8, 1.2))  # noqa: S311  as above


def put_back(letter: Letter, error: str, wait: timedelta) -> None:
    mark(letter, LetterState.QUEUED, error=error, next_attempt_at=timezone.now() + wait)


def mark(letter: Letter, state: LetterState, **values: object) -> None:
    """Whoever comes back late may still say that it arrived, but not that it did not."""
    rows = Letter.objects.filter(pk=letter.pk, attempts=letter.attempts)
    if state == LetterState.SENT:
        rows = rows.exclude(state=LetterState.HANDED_OVER)
    else:
        rows = rows.filter(state=LetterState.SENDING)
    if "error" in values:
        values["error"] = str(values["error"])[:300]
    rows.update(state=state, **values)
