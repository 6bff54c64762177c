"""A point on the outline of its state."""

from dataclasses import dataclass

from campaign_blocks.map.point import Point
from campaign_blocks.map.shapes.albers import project
from campaign_blocks.map.shapes.picture import State, rings, state_at

MARGIN = 12


@dataclass(frozen=True)
class Locator:
    """`view` is the SVG viewBox round the state; sizes follow it, so that lines look alike."""

    state: State
    view: str
    x: int
    y: int
    radius: float
    line: float

    @property
    def cross(self) -> str:
        """Crosshairs through the point."""
        arm = self.radius * 1.8
        return (
            f"M{self.x - arm:.1f} {self.y}h{2 * arm:.1f}M{self.x} {self.y - arm:.1f}v{2 * arm:.1f}"
        )


def locate(point: Point) -> Locator | None:
    """None outside the fifty states: the address then stands alone."""
    pixel = project(float(point.latitude), float(point.longitude))
    state = state_at(*pixel) if pixel else None
    if pixel is None or state is None:
        return None
    corners = [corner for ring in rings(state) for corner in ring]
    west, north = min(x for x, _ in corners), min(y for _, y in corners)
    width = max(x for x, _ in corners) - west
    height = max(y for _, y in corners) - north
    side = max(width, height)
    margin = side * MARGIN // 100 + 1
    view = f"{west - margin} {north - margin} {width + 2 * margin} {height + 2 * margin}"
    return Locator(state, view, *pixel, radius=round(side / 28, 1), line=round(side / 150, 2))
