"""The worker's step: looks when something of the scoreboard changed, draws a few at a time."""

from collections.abc import Iterator

from campaign_blocks.kit import versions
from scoreboard.models import Bill, ShareImage
from scoreboard.pictures.keeping import make
from scoreboard.pictures.wanted import Wanted, wanted

AT_ONCE = 10
FAMILIES = ("files", "scoreboard")


class Drawing:
    """What is stale is found out once for each version of the records, not once for each run."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}
        self.queue: Iterator[Wanted] = iter(())

    def run(self) -> int:
        """How many were made; 0 when all show what is true."""
        now = versions.read(FAMILIES)
        if now != self.seen:
            self.seen, self.queue = now, iter(stale())
        made = 0
        for one in self.queue:
            make(one)
            made += 1
            if made == AT_ONCE:
                break
        return made


def stale() -> list[Wanted]:
    """Pictures of the current bill; of people alone while there is none."""
    found = list(wanted(Bill.objects.current()))
    stored = {
        (image.bill_id, image.legislator_id): (image.digest, image.name)
        for image in ShareImage.objects.all()
    }
    return [
        one
        for one in found
        if stored.get((one.bill_id, one.legislator_id)) != (one.digest, one.name)
    ]
