from decimal import Decimal
from itertools import count

from campaign_blocks.map.models import Place
from campaign_blocks.map.services import create_map

numbers = count(1)


def make_map(slug="faces", **words):
    return create_map(slug=slug, title=words.pop("title", "Where are the cameras?"), **words)


def make_place(map_, kind="use", **fields):
    number = next(numbers)
    point = {"latitude": Decimal("37.8"), "longitude": Decimal("-122.27")}
    words = {"name": f"Place {number}", "state": "CA", "live": True, **point}
    words |= {"source_url": "https://example.org/report", **fields}
    return Place.objects.create(map=map_, kind=map_.kinds.get(slug=kind), **words)
