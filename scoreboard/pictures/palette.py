"""The colours of the style sheet's tokens and the signs of a stance, for drawing pictures."""

from PIL import Image, ImageDraw

from scoreboard.positions import Position

INK, PAPER, SAND = "#14110F", "#FFFFFF", "#F4EFE6"
ALARM, SUPPORT, MUTED, HATCH = "#C8102E", "#084B8A", "#6B6257", "#8A0B20"
FILL = {
    Position.SPONSORING.value: SUPPORT,
    Position.SUPPORTS.value: SUPPORT,
    Position.NOT_SPONSORING.value: ALARM,
    Position.OPPOSES.value: INK,
}
CHECK = ((0.16, 0.52), (0.4, 0.76), (0.86, 0.22))
CROSS = (((0.2, 0.2), (0.8, 0.8)), ((0.8, 0.2), (0.2, 0.8)))

Box = tuple[int, int, int, int]


def band(picture: Image.Image, box: Box, stance: str) -> None:
    """The fill of a stance. Red carries a hatch, so that grey prints differ as well."""
    draw = ImageDraw.Draw(picture)
    draw.rectangle(box, fill=FILL.get(stance, INK))
    if stance != Position.NOT_SPONSORING.value:
        return
    left, top, right, bottom = box
    height = bottom - top
    cut = Image.new("RGB", (right - left, height), ALARM)
    hatch = ImageDraw.Draw(cut)
    for x in range(-height, right - left, 26):
        hatch.line(((x, height), (x + height, 0)), fill=HATCH, width=5)
    picture.paste(cut, (left, top))
    draw.rectangle(box, outline=INK, width=6)


def sign(draw: ImageDraw.ImageDraw, box: Box, is_check: bool, colour: str = PAPER) -> None:
    left, top, right, _bottom = box
    size = right - left

    def place(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
        return [(left + x * size, top + y * size) for x, y in points]

    width = max(4, size // 6)
    if is_check:
        draw.line(place(CHECK), fill=colour, width=width, joint="curve")
        return
    for stroke in CROSS:
        draw.line(place(stroke), fill=colour, width=width)
