"""The picture of a link to a person, and of a link to a bill."""

from io import BytesIO
from typing import IO

from PIL import Image, ImageDraw

from scoreboard.pictures.facts import BillFacts, PersonFacts
from scoreboard.pictures.fitting import draw_text, fit
from scoreboard.pictures.palette import INK, MUTED, PAPER, SUPPORT, band, sign
from scoreboard.pictures.portraits import paste_photo
from scoreboard.positions import FRIENDS

WIDE = (1200, 630)
TALL = (1080, 1350)
MARGIN = 60
QUALITY = 88


def person_card(
    facts: PersonFacts, photo: IO[bytes] | None = None, size: tuple[int, int] = WIDE
) -> bytes:
    """1200 x 630 for links, 1080 x 1350 to download and pass on."""
    picture, draw = blank(size)
    width, height = size
    tall = height > width
    foot = height - (300 if tall else 190) if facts.stance else height - MARGIN
    room, top = width - 2 * MARGIN, MARGIN
    if photo is not None:
        side = 420 if tall else 250
        box = (width - MARGIN - side, top + 14, width - MARGIN, top + 14 + side * 6 // 5)
        if paste_photo(picture, photo, box):
            room, top = (room, box[3] + 40) if tall else (room - side - 60, top)
    heading = " · ".join(part for part in (facts.bill, facts.host) if part)
    top = line(draw, (MARGIN, top), heading, 32, room, MUTED) + 14
    office_size = 46 if tall else 38
    free = foot - top - office_size * 2
    name = fit(facts.name, size=190 if tall else 144, width=room, height=free)
    top = draw_text(draw, (MARGIN - 4, top), name, INK, room) + 14
    line(draw, (MARGIN, top), facts.office, office_size, room, INK, weight=600)
    if facts.stance:
        draw_stance(picture, draw, facts, (0, foot, width, height))
    return encode(picture)


def draw_stance(
    picture: Image.Image,
    draw: ImageDraw.ImageDraw,
    facts: PersonFacts,
    box: tuple[int, int, int, int],
) -> None:
    _left, top, width, height = box
    band(picture, box, facts.stance)
    icon = 84
    start, room = MARGIN + icon + 34, width - 2 * MARGIN - icon - 34
    middle = (top + height) // 2
    sign(draw, (MARGIN, middle - 62, MARGIN + icon, middle - 62 + icon), facts.stance in FRIENDS)
    below = line(draw, (start, middle - 70), facts.stance_word, 76, room, PAPER, weight=880)
    line(draw, (start, below + 4), facts.call, 42, room, PAPER, weight=600)


def bill_card(facts: BillFacts) -> bytes:
    """How many support it, as large as the picture allows."""
    picture, draw = blank(WIDE)
    width, height = WIDE
    room = width - 2 * MARGIN
    top = line(draw, (MARGIN, MARGIN + 4), f"{facts.label} · {facts.host}", 30, room, MUTED) + 16
    title = fit(facts.title, size=64, width=room, height=140)
    top = draw_text(draw, (MARGIN, top), title, INK, room) + 20
    count = fit(f"{facts.friends} / {facts.people}", size=210, width=room, height=250, weight=880)
    draw_text(draw, (MARGIN - 6, top), count, INK, room)
    line(draw, (MARGIN, height - 150), facts.sentence, 34, room, INK, weight=600)
    share = facts.friends / facts.people if facts.people else 0
    band(picture, (0, height - 84, width, height), "not_sponsoring")
    if share:
        draw.rectangle((0, height - 84, round(width * share), height), fill=SUPPORT)
    return encode(picture)


def blank(size: tuple[int, int]) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, size[0], 20), fill=INK)
    return picture, draw


def line(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    text: str,
    size: int,
    width: int,
    colour: str,
    *,
    weight: int = 700,
) -> int:
    """One line, however small it must be."""
    fitted = fit(text, size=size, width=width, height=size, weight=weight)
    return draw_text(draw, at, fitted, colour, width)


def encode(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True, subsampling=0)
    return out.getvalue()
