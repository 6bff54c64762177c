"""A point on the earth: read from what people type and files hold, never guessed."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_STORED = re.compile(r"^SRID=4326;POINT\s?\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)$", re.ASCII)
_NUMBER = re.compile(r"^[+-]?\d{1,3}(?:\.\d+)?$", re.ASCII)
SWAPPED = gettext_lazy("Are latitude and longitude swapped?")
# South, west, north, east: the states with Alaska and Hawaii, the islands of the Pacific.
_AMERICA = ((17, -180, 72, -64), (51, 172, 54, 180), (13, 144, 21, 147), (-15, -172, -10, -168))
SIX_PLACES = Decimal("0.000001")


class PointError(ValueError):
    """Says what is wrong with one coordinate; `field` names it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Point:
    """Decimal degrees, six places (a tenth of a metre)."""

    latitude: Decimal
    longitude: Decimal

    def __str__(self) -> str:
        """The text that the location field stores."""
        return f"SRID=4326;POINT({self.longitude} {self.latitude})"

    @property
    def geo_uri(self) -> str:
        """RFC 5870: opens the device's own map."""
        return f"geo:{self.latitude},{self.longitude}"


def looks_swapped(point: Point) -> bool:
    """For points in the US: it lies elsewhere, and turned round it would not."""
    turned = abs(point.longitude) <= 90 and _in_america(point.longitude, point.latitude)
    return turned and not _in_america(point.latitude, point.longitude)


def _in_america(latitude: Decimal, longitude: Decimal) -> bool:
    return any(s <= latitude <= n and w <= longitude <= e for s, w, n, e in _AMERICA)


def read_stored(text: object) -> Point | None:
    """The point in a stored location; None for anything else."""
    found = _STORED.match(text) if isinstance(text, str) else None
    if found is None:
        return None
    try:
        return read_pair(found[2], found[1])
    except PointError:
        return None


def read_pair(latitude: object, longitude: object) -> Point:
    """A point from two texts or numbers. PointError names the bad one and says what to write."""
    return Point(
        _degrees(latitude, "latitude", 90),
        _degrees(longitude, "longitude", 180),
    )


def _degrees(value: object, field: str, limit: int) -> Decimal:
    text = str(value).strip()
    if "," in text:
        words = _("“%(text)s” has a comma: write decimal degrees with a point, 37.77.")
        raise PointError(field, words % {"text": text})
    if any(mark in text for mark in "°'\"′″NSEWnsew") and not text.lower().startswith("nan"):
        words = _("“%(text)s” is not decimal degrees: write 37.77 or -122.42.")
        raise PointError(field, words % {"text": text})
    if not _NUMBER.match(text) and not _is_plain_float(value):
        words = _("“%(text)s” is not a number: write decimal degrees such as 37.77.")
        raise PointError(field, words % {"text": text})
    number = Decimal(text)
    if abs(number) > limit:
        words = _("%(text)s is outside -%(limit)s to %(limit)s.") % {"text": text, "limit": limit}
        raise PointError(field, f"{words} {SWAPPED}" if field == "latitude" else words)
    return number.quantize(SIX_PLACES).normalize() + Decimal(0)


def _is_plain_float(value: object) -> bool:
    return (
        isinstance(value, int | float | Decimal)
        and not isinstance(value, bool)
        and math.isfinite(value)
    )
