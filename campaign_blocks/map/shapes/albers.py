"""Where a point lies on the picture of the states.

The projection of the us-atlas picture: d3's geoAlbersUsa at scale 1300 in 975 x 610, three
conic equal-area projections of which Alaska and Hawaii are moved below the south-west.
https://github.com/d3/d3-geo#geoAlbersUsa
"""

from collections.abc import Callable
from math import cos, radians, sin, sqrt

SCALE = 1300
CENTRE = (487.5, 305.0)
Projection = Callable[[float, float], tuple[float, float]]


def conic_equal_area(
    parallels: tuple[float, float],
    rotate: float,
    centre: tuple[float, float],
    scale: float,
    translate: tuple[float, float],
) -> Projection:
    """Longitude and latitude in degrees to pixels."""
    low, high = (sin(radians(angle)) for angle in parallels)
    n = (low + high) / 2
    c = 1 + low * (2 * n - low)
    r0 = sqrt(c) / n

    def raw(longitude: float, latitude: float) -> tuple[float, float]:
        turned = radians((longitude + rotate + 180) % 360 - 180)
        r = sqrt(c - 2 * n * sin(radians(latitude))) / n
        return r * sin(turned * n), r0 - r * cos(turned * n)

    middle = raw(centre[0] - rotate, centre[1])

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        x, y = raw(longitude, latitude)
        return (
            translate[0] + scale * (x - middle[0]),
            translate[1] - scale * (y - middle[1]),
        )

    return project


def _moved(x: float, y: float) -> tuple[float, float]:
    return CENTRE[0] + x * SCALE, CENTRE[1] + y * SCALE


_lower48 = conic_equal_area((29.5, 45.5), 96, (-0.6, 38.7), SCALE, CENTRE)
_alaska = conic_equal_area((55, 65), 154, (-2, 58.5), SCALE * 0.35, _moved(-0.307, 0.201))
_hawaii = conic_equal_area((8, 18), 157, (-3, 19.9), SCALE, _moved(-0.205, 0.212))


def project(latitude: float, longitude: float) -> tuple[int, int] | None:
    """Pixels in the picture, rounded; None outside the fifty states."""
    if 18 < latitude < 23 and -161 < longitude < -154:
        x, y = _hawaii(longitude, latitude)
    elif 51 < latitude < 72 and (longitude < -129 or longitude > 172):
        x, y = _alaska(longitude, latitude)
    elif 24 < latitude < 50 and -125 < longitude < -66:
        x, y = _lower48(longitude, latitude)
    else:
        return None
    return round(x), round(y)
