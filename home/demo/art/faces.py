"""Invented faces as grey tones, to be printed as dots. Nobody in particular, all different."""

from dataclasses import dataclass, replace

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 240, 300
CENTRE = 120

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Face:
    """Proportions and tones (0 black, 255 white) of one invented face."""

    skin: int = 200
    hair: int = 30
    style: str = "short"
    jaw: float = 64
    length: float = 86
    eyes: float = 29
    eye_size: float = 11
    nose: float = 13
    mouth: float = 24
    smile: float = 0
    brow: float = 5
    beard: bool = False
    glasses: bool = False
    clothes: int = 60
    ground: int = 255


def portrait(face: Face) -> Image.Image:
    """240 by 300 grey pixels: head, neck and shoulders, lit from the left."""
    canvas = Image.new("L", (WIDTH, HEIGHT), face.ground)
    _shoulders(canvas, face)
    _hair_behind(canvas, face)
    _head(canvas, face)
    _features(canvas, face)
    _hair_in_front(canvas, face)
    return canvas.filter(ImageFilter.GaussianBlur(1.1)).point(_open_shadows)


def silhouette(face: Face) -> Image.Image:
    """The mask of everything that is not ground."""
    bare = replace(face, ground=255, skin=90, hair=90, clothes=90)
    return portrait(bare).point(lambda tone: 255 if tone < 240 else 0)


def _open_shadows(tone: int) -> int:
    """Dots gain ink on paper: lift the middle tones so that every face keeps its features."""
    return round(255 * (tone / 255) ** 0.62)


def _soft(canvas: Image.Image, box: Box, tone: int, blur: float, strength: float = 1.0) -> None:
    mask = Image.new("L", canvas.size, 0)
    ImageDraw.Draw(mask).ellipse(box, fill=round(255 * strength))
    canvas.paste(tone, mask=mask.filter(ImageFilter.GaussianBlur(blur)))


def _around(x: float, y: float, rx: float, ry: float) -> Box:
    return x - rx, y - ry, x + rx, y + ry


def _shoulders(canvas: Image.Image, face: Face) -> None:
    draw = ImageDraw.Draw(canvas)
    draw.ellipse(_around(CENTRE, 318, 118, 86), fill=face.clothes)
    neck = round(face.skin * 0.72)
    draw.rectangle((CENTRE - 27, 180, CENTRE + 27, 250), fill=neck)
    draw.ellipse(_around(CENTRE, 248, 34, 16), fill=neck)
    _soft(canvas, _around(CENTRE + 6, 208, 36, 18), round(face.skin * 0.4), 7)


def _hair_behind(canvas: Image.Image, face: Face) -> None:
    draw = ImageDraw.Draw(canvas)
    top = 132 - face.length
    if face.style == "round":
        draw.ellipse(_around(CENTRE, 102, face.jaw + 38, 88), fill=face.hair)
    if face.style in {"long", "scarf"}:
        draw.rounded_rectangle(
            (CENTRE - face.jaw - 20, top - 12, CENTRE + face.jaw + 20, 262), 76, fill=face.hair
        )
    if face.style == "scarf":
        draw.ellipse(_around(CENTRE, 290, 100, 62), fill=face.hair)
    if face.style == "bun":
        draw.ellipse(_around(CENTRE, top - 8, 31, 27), fill=face.hair)


def _head(canvas: Image.Image, face: Face) -> None:
    mask = Image.new("L", canvas.size, 0)
    draw = ImageDraw.Draw(mask)
    draw.ellipse(_around(CENTRE, 122, face.jaw, face.length * 0.86), fill=255)
    draw.ellipse(_around(CENTRE, 150, face.jaw * 0.82, face.length * 0.78), fill=255)
    if face.style != "scarf":
        draw.ellipse(_around(CENTRE - face.jaw, 136, 8, 17), fill=255)
        draw.ellipse(_around(CENTRE + face.jaw, 136, 8, 17), fill=255)
    skin = Image.new("L", canvas.size, face.skin)
    shade = round(face.skin * 0.62)
    _soft(skin, _around(CENTRE + face.jaw + 14, 148, 52, 108), shade, 17)
    _soft(skin, _around(CENTRE, 236, 62, 26), shade, 12)
    light = min(255, face.skin + 62)
    _soft(skin, _around(CENTRE - 22, 88, 36, 22), light, 12, 0.9)
    _soft(skin, _around(CENTRE - 36, 156, 17, 15), light, 8, 0.9)
    canvas.paste(skin, mask=mask)


def _features(canvas: Image.Image, face: Face) -> None:
    dark = max(8, face.skin // 7)
    for side in (-1, 1):
        x = CENTRE + side * face.eyes
        _soft(canvas, _around(x, 128, 22, 15), round(face.skin * 0.6), 6)
        _eye(canvas, x, face, dark)
    draw = ImageDraw.Draw(canvas)
    for side in (-1, 1):
        inner, outer = CENTRE + side * 12, CENTRE + side * (face.eyes + 20)
        middle = CENTRE + side * face.eyes
        draw.line(
            [(inner, 112), (middle, 106), (outer, 113)], fill=dark, width=round(face.brow + 2)
        )
    _nose_and_mouth(canvas, face, dark)
    if face.beard:
        _beard(canvas, face)
    if face.glasses:
        for side in (-1, 1):
            box = _around(CENTRE + side * face.eyes, 130, 24, 19)
            ImageDraw.Draw(canvas).rounded_rectangle(box, 9, outline=12, width=5)
        ImageDraw.Draw(canvas).line([(CENTRE - 6, 126), (CENTRE + 6, 126)], fill=12, width=5)


def _eye(canvas: Image.Image, x: float, face: Face, dark: int) -> None:
    draw = ImageDraw.Draw(canvas)
    rx, ry = face.eye_size * 1.35, face.eye_size * 0.68
    draw.ellipse(_around(x, 130, rx, ry), fill=min(255, face.skin + 60))
    draw.ellipse(_around(x, 129, face.eye_size * 0.62, face.eye_size * 0.66), fill=6)
    draw.ellipse(_around(x - 3, 126, 2, 2), fill=255)
    draw.arc(_around(x, 131, rx + 1, ry + 3), 190, 350, fill=dark, width=5)


def _nose_and_mouth(canvas: Image.Image, face: Face, dark: int) -> None:
    _soft(canvas, _around(CENTRE + 9, 152, 7, 24), round(face.skin * 0.6), 4)
    _soft(canvas, _around(CENTRE - 3, 150, 5, 20), min(255, face.skin + 40), 3)
    _soft(canvas, _around(CENTRE, 173, face.nose + 5, 5), round(face.skin * 0.45), 3)
    draw = ImageDraw.Draw(canvas)
    for side in (-1, 1):
        draw.ellipse(_around(CENTRE + side * face.nose * 0.6, 171, 4, 3), fill=dark)
    y = 195
    box = (CENTRE - face.mouth, y - 8, CENTRE + face.mouth, y + 8)
    draw.ellipse(box, fill=round(face.skin * 0.48))
    curve = [
        (CENTRE - face.mouth - 2, y - face.smile),
        (CENTRE, y + face.smile / 2),
        (CENTRE + face.mouth + 2, y - face.smile),
    ]
    draw.line(curve, fill=dark, width=4, joint="curve")
    _soft(canvas, _around(CENTRE, y + 6, face.mouth * 0.5, 2), min(255, face.skin + 30), 2, 0.7)
    _soft(canvas, _around(CENTRE, y + 17, face.mouth * 0.7, 4), round(face.skin * 0.6), 3, 0.8)


def _beard(canvas: Image.Image, face: Face) -> None:
    mask = Image.new("L", canvas.size, 0)
    draw = ImageDraw.Draw(mask)
    draw.ellipse(_around(CENTRE, 176, face.jaw * 0.86, 62), fill=255)
    draw.ellipse(_around(CENTRE, 148, face.jaw * 0.74, 40), fill=0)
    draw.ellipse(_around(CENTRE, 197, face.mouth + 4, 9), fill=0)
    canvas.paste(face.hair, mask=mask.filter(ImageFilter.GaussianBlur(2.5)))


def _hair_in_front(canvas: Image.Image, face: Face) -> None:
    if face.style == "bald":
        return
    hair, cut = Image.new("L", canvas.size, 0), Image.new("L", canvas.size, 0)
    grow = 22 if face.style == "round" else 10
    top = 132 - face.length
    ImageDraw.Draw(hair).ellipse(
        (CENTRE - face.jaw - grow, top - grow, CENTRE + face.jaw + grow, 206), fill=255
    )
    lower = {"scarf": 78, "cap": 100, "fringe": 104}.get(face.style, 92)
    ImageDraw.Draw(cut).ellipse(
        (CENTRE - face.jaw * 0.92, lower - 16, CENTRE + face.jaw * 0.92, 236), fill=255
    )
    if face.style in {"short", "bun", "cap"}:
        ImageDraw.Draw(cut).rectangle((0, 140, WIDTH, HEIGHT), fill=255)
    canvas.paste(face.hair, mask=ImageChops.subtract(hair, cut))
    if face.style == "cap":
        ImageDraw.Draw(canvas).ellipse(_around(CENTRE, 94, face.jaw + 26, 11), fill=face.hair)


PEOPLE = (
    Face(skin=118, hair=8, style="round", nose=16, mouth=28, smile=3, clothes=200),
    Face(skin=216, hair=50, style="long", jaw=60, eye_size=12, smile=2, clothes=30),
    Face(skin=150, hair=8, style="short", beard=True, brow=7, jaw=66, clothes=120),
    Face(skin=180, hair=60, style="scarf", jaw=58, eye_size=12, mouth=22, clothes=30),
    Face(skin=132, hair=8, style="bun", jaw=60, length=90, eye_size=12, smile=3, clothes=150),
    Face(skin=228, hair=120, style="short", glasses=True, jaw=66, mouth=22, brow=4, clothes=10),
    Face(skin=110, hair=10, style="bald", jaw=66, length=88, nose=16, brow=6, clothes=190),
    Face(skin=190, hair=14, style="fringe", jaw=62, length=80, eye_size=13, nose=11, clothes=70),
    Face(skin=126, hair=8, style="long", jaw=61, eye_size=12, nose=15, mouth=27, clothes=205),
    Face(skin=206, hair=20, style="cap", jaw=64, beard=True, clothes=50),
    Face(skin=140, hair=190, style="short", jaw=64, brow=4, glasses=True, nose=15, clothes=40),
    Face(skin=160, hair=10, style="round", jaw=60, length=80, eye_size=13, smile=4, clothes=150),
)
