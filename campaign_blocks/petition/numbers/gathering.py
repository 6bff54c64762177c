"""The worker's step that renews snapshots: one sum at a time, so that no other step waits long."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Max
from django.utils import timezone

from campaign_blocks.petition.models import (
    NumbersSnapshot,
    OutboxMessage,
    Petition,
    PetitionCount,
    Signature,
)
from campaign_blocks.petition.numbers import parts
from campaign_blocks.petition.numbers.opt_in import opt_in
from campaign_blocks.petition.numbers.places import places

SMALL, HUGE = timedelta(minutes=1), timedelta(minutes=10)
IDLE = timedelta(hours=1)
HUGE_FROM = 100_000
PARTS: dict[str, Callable[[Petition], Any]] = {
    "days": parts.days,
    "states": parts.states,
    "paper": parts.on_paper,
    "sources": parts.sources,
    "partners": parts.partners,
    "pages": parts.pages,
    "countries": parts.countries,
    "places": places,
    "mail": parts.mail,
    "letters": parts.letters,
}


class Gathering:
    """Each run makes one sum; when all of a petition are made, its snapshot is replaced."""

    def __init__(self) -> None:
        self.work: Iterator[None] = iter(())

    def run(self) -> int:
        try:
            next(self.work)
        except StopIteration:
            self.work = self.begin()
            return 1 if next(self.work, self) is None else 0
        return 1

    def begin(self) -> Iterator[None]:
        for petition, mark in stale():
            yield from gather(petition, mark)


def gather(petition: Petition, mark: str = "") -> Iterator[None]:
    """Nothing is stored before everything is known."""
    as_of = timezone.now()
    data: dict[str, Any] = {}
    for name, make in PARTS.items():
        data[name] = make(petition)
        yield
    data["opt_in"] = yield from opt_in(petition, pause(petition) == HUGE)
    NumbersSnapshot.objects.update_or_create(
        petition=petition, defaults={"data": data, "mark": mark, "as_of": as_of}
    )


def refresh(petition: Petition) -> None:
    """All at once, for whoever can wait."""
    for _made in gather(petition, mark_of(petition)):
        pass


def stale() -> list[tuple[Petition, str]]:
    """Whose snapshot is old enough, and signed since or older than an hour."""
    now = timezone.now()
    mail_moves = OutboxMessage.objects.open().exists()
    found = []
    for petition in Petition.objects.select_related("numbers", "count"):
        snapshot: NumbersSnapshot | None = getattr(petition, "numbers", None)
        if snapshot is None:
            found.append((petition, mark_of(petition)))
        elif now - snapshot.as_of >= pause(petition):
            mark = mark_of(petition)
            if mail_moves or mark != snapshot.mark or now - snapshot.as_of >= IDLE:
                found.append((petition, mark))
    return found


def pause(petition: Petition) -> timedelta:
    count: PetitionCount | None = getattr(petition, "count", None)
    return HUGE if count and count.confirmed >= HUGE_FROM else SMALL


def mark_of(petition: Petition) -> str:
    """Changes with every signature, and with every change of the count; an index answers both."""
    count: PetitionCount | None = getattr(petition, "count", None)
    latest = Signature.objects.filter(petition=petition).aggregate(at=Max("created_at"))["at"]
    return f"{count.confirmed if count else 0} {latest.isoformat() if latest else ''}"
