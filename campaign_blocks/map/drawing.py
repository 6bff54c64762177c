"""The map as a picture: SVG of the states, drawn by the server, complete without script."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from campaign_blocks.map.models import Kind
from campaign_blocks.map.shapes import albers, natural_earth
from campaign_blocks.map.shapes.areas import US, WORLD, Areas
from campaign_blocks.map.shapes.picture import State, picture_of
from campaign_blocks.map.tally import Tally

MOST_MARKS = 400


@dataclass(frozen=True)
class Marks:
    """Dots of one kind as one path: each is a line without length and round ends."""

    kind: Kind
    path: str


@dataclass(frozen=True)
class Drawn:
    state: State
    title: str
    step: int
    chosen: bool


PROJECTIONS = {US.name: albers.project, WORLD.name: natural_earth.project}


def marks(kind: Kind, spots: Iterable[tuple[float, float]], areas: Areas = US) -> Marks:
    """`spots` are (latitude, longitude); those outside the picture are left out."""
    project = PROJECTIONS[areas.name]
    pixels = sorted({pixel for spot in spots if (pixel := project(*spot))})
    return Marks(kind, "".join(f"M{x} {y}h0" for x, y in pixels))


def draw_states(
    *,
    tally: Tally,
    address: str,
    ending: str = "",
    marked: Iterable[Marks] = (),
    chosen: str = "",
    target: str = "",
) -> SafeString:
    """A state's link leads to `address`, its code, and `ending`."""
    picture = picture_of(tally.areas.name)

    def drawn(states: Iterable[State]) -> list[Drawn]:
        return [
            Drawn(s, tally.title(s.code, s.name), tally.step(s.code), s.code == chosen)
            for s in states
        ]

    context = {
        "width": picture.width,
        "height": picture.height,
        "states": drawn(picture.states),
        "boxes": drawn(picture.boxes),
        "marks": [mark for mark in marked if mark.path],
        "address": address,
        "ending": ending,
        "label": gettext("Places by country")
        if tally.areas is WORLD
        else gettext("Places by state"),
        "target": target,
    }
    return SafeString(render_to_string("map/states.html", context, using="jinja2"))
