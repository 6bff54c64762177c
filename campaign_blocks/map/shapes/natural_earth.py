"""Where a point lies on the picture of the world.

The Natural Earth projection (Šavrič and others, 2011), a polynomial that keeps countries as large
as eyes expect them. https://github.com/d3/d3-geo#geoNaturalEarth1
"""

from math import radians

WIDTH, HEIGHT = 975, 460
SCALE = WIDTH / 5.5
MIDDLE = (WIDTH / 2, 252.0)  # Antarctica is left out, so the equator lies below the middle


def place(longitude: float, latitude: float) -> tuple[float, float]:
    """Pixels in the picture."""
    turned, up = radians(longitude), radians(latitude)
    p2 = up * up
    p4 = p2 * p2
    x = turned * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = up * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return MIDDLE[0] + SCALE * x, MIDDLE[1] - SCALE * y


def project(latitude: float, longitude: float) -> tuple[int, int] | None:
    """Rounded; None in the far south, which the picture does not show."""
    if latitude < -58:
        return None
    x, y = place(longitude, latitude)
    return round(x), round(y)
