"""How many letters are where; one query for a whole page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Q

from campaign_blocks.petition.models import Letter, LetterRecipient, Petition
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.letter import LetterQuerySet
from campaign_blocks.petition.models.letter_choices import LetterChannel, LetterState

PILE = "pile"
WORDS = (
    LetterState.QUEUED,
    LetterState.SENDING,
    LetterState.SENT,
    LetterState.FAILED,
    LetterState.UNKNOWN,
    LetterState.HELD,
    PILE,
    LetterState.HANDED_OVER,
)


@dataclass
class Numbers:
    """By state; what waits on paper is the pile, not the queue."""

    by_word: Counter[str] = field(default_factory=Counter)

    def add(self, state: str, channel: str, n: int) -> None:
        on_paper = state == LetterState.QUEUED and channel == LetterChannel.PRINT
        self.by_word[PILE if on_paper else state] += n

    @property
    def all(self) -> int:
        return self.by_word.total()

    @property
    def waiting(self) -> int:
        """On their way: also the one that is leaving now."""
        return self.by_word[LetterState.QUEUED] + self.by_word[LetterState.SENDING]

    def __getattr__(self, name: str) -> int:
        if name not in WORDS:
            raise AttributeError(name)
        return self.by_word[name]


def by_petition(petitions: Iterable[Petition]) -> dict[int, Numbers]:
    return tally(Letter.objects.filter(recipient__petition__in=petitions), "recipient__petition")


def by_recipient(recipients: Iterable[LetterRecipient]) -> dict[int, Numbers]:
    return tally(Letter.objects.filter(recipient__in=recipients), "recipient")


def tally(letters: LetterQuerySet, key: str) -> dict[int, Numbers]:
    found: dict[int, Numbers] = {}
    rows = letters.order_by().values(key, "state", "channel").annotate(n=Count("pk"))
    for row in rows:
        found.setdefault(row[key], Numbers()).add(row["state"], row["channel"], row["n"])
    return found


def deliverable(recipient: LetterRecipient, *, pile_only: bool) -> LetterQuerySet:
    """The letters of a printed delivery, oldest first; nobody's who has been taken out."""
    letters = Letter.objects.filter(recipient=recipient)
    letters = letters.in_pile() if pile_only else letters.agreed().exclude(state=LetterState.HELD)
    return letters.order_by("pk")


def size_of(recipient: LetterRecipient) -> dict[str, Any]:
    """Both deliveries, and the number of the last letter in each."""
    confirmed = Q(signature__state=SignatureState.CONFIRMED)
    pile = confirmed & Q(channel=LetterChannel.PRINT, state=LetterState.QUEUED)
    rows = Letter.objects.filter(recipient=recipient, signature__judged_at__isnull=False)
    found: dict[str, Any] = rows.aggregate(
        pile=Count("pk", filter=pile),
        all=Count("pk", filter=confirmed & ~Q(state=LetterState.HELD)),
        last=Max("pk"),
    )
    return found
