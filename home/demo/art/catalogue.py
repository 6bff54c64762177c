"""Every picture of the demo: how it is drawn, and what it shows, for those who cannot see it."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from home.demo.art import (
    broken,
    dangerous,
    film,
    future,
    invasive,
    opening,
    regulation,
    unjust,
    vulnerable,
)


@dataclass(frozen=True)
class Picture:
    name: str
    title: str
    alt: str
    draw: Callable[[], Image.Image]


PICTURES = (
    Picture(
        "opening",
        "Protest, measured",
        "Poster of a woman's face above a crowd with raised fists and signs that read "
        "“Ban it” and “No”; a camera looks down on them and boxes mark several heads.",
        opening.opening,
    ),
    Picture(
        "regulation",
        "Warning sign made of lenses",
        "A round warning sign like the one for radiation: each blade holds a camera lens, "
        "and an eye looks out of the middle.",
        regulation.trefoil,
    ),
    Picture(
        "broken-two-for-one",
        "Two people taken for one",
        "Strips of two different faces put together as one portrait, labelled “Same person”.",
        broken.two_for_one,
    ),
    Picture(
        "broken-line-up",
        "Twelve faces, eleven struck out",
        "Twelve portraits in a grid; eleven are crossed out in red and one man is "
        "marked as a match.",
        broken.line_up,
    ),
    Picture(
        "broken-child",
        "Child read as a man",
        "A child's face; the measuring points and the box have slid off it and say "
        "“Adult male 64 %”.",
        broken.child,
    ),
    Picture(
        "invasive-embrace",
        "Embrace",
        "Two people hold each other; a box labelled “2 faces” surrounds them and a "
        "crosshair covers each head.",
        invasive.embrace,
    ),
    Picture(
        "invasive-crossing",
        "Crossing the street",
        "Five people walk over a zebra crossing, each inside a box with a percentage.",
        invasive.crossing,
    ),
    Picture(
        "invasive-kite",
        "Child with a kite",
        "A child flies a kite while a camera on a wall watches; the child is labelled "
        "“Child, age 7”.",
        invasive.kite,
    ),
    Picture(
        "unjust-three-women",
        "Three women",
        "Three women side by side. One is framed neatly and labelled “Known”; over the "
        "faces of the two Black women lie crooked boxes labelled “Unknown”.",
        unjust.three_women,
    ),
    Picture(
        "vulnerable-open-lock",
        "Open padlock",
        "A padlock standing open in front of falling columns of letters and figures.",
        vulnerable.open_lock,
    ),
    Picture(
        "vulnerable-screens",
        "Faces being copied",
        "Three computer windows, each with a face; across the front one a bar reads "
        "“Copying 4 117 002 faces”.",
        vulnerable.screens,
    ),
    Picture(
        "dangerous-shields",
        "Riot police",
        "A line of riot police with helmets and shields fills the picture; one person "
        "stands before them, seen from behind.",
        dangerous.shields,
    ),
    Picture(
        "dangerous-bars",
        "Behind bars",
        "A bearded man's face behind prison bars, marked “Looked up 212 times”.",
        dangerous.behind_bars,
    ),
    Picture(
        "future-ranks",
        "Marching in ranks",
        "Rows of identical figures march beneath one enormous eye.",
        future.ranks,
    ),
    Picture(
        "future-answer",
        "Protest under cameras",
        "A crowd with raised fists and signs that read “No face data” and “Ban it” "
        "stands under two surveillance cameras, a burst of red behind it.",
        future.answer,
    ),
    Picture(
        "poster",
        "Wall of eyes",
        "A grid of drawn eyes; red bars cover some of them, blue corners frame others.",
        film.poster,
    ),
)
