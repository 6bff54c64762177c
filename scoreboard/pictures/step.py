"""Which share images are stale; the worker draws them."""

from campaign_blocks.kit.drawing import Drawing
from scoreboard.models import Bill, ShareImage
from scoreboard.pictures.keeping import make
from scoreboard.pictures.wanted import Wanted, wanted

FAMILIES = ("files", "scoreboard")


def drawing() -> Drawing[Wanted]:
    return Drawing(FAMILIES, stale, make)


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
