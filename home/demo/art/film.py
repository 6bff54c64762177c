"""The frames of the demo's silent film "Regulation is not enough", as a moving poster."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from home.demo.art import broken, eyes, future, invasive, regulation
from home.demo.art.hud import corners, label
from home.demo.art.lettering import words
from home.demo.art.press import ALARM, INK, OVERSAMPLING, PAPER, SAND, Colour, Inked, Plate, pull

SIZE = (960, 540)
FRAMES_PER_SECOND = 12
CODING = (
    "-c:v libx264 -preset veryslow -crf 27 -tune animation -pix_fmt yuv420p -movflags +faststart"
)
MEDIA = Path(__file__).resolve().parents[1] / "media"


def frames() -> Iterator[Image.Image]:
    """Twelve seconds; no area changes more than twice a second, so nothing flashes."""
    wall, faces = _screen(eyes.grid_of_eyes()), _screen(broken.line_up())
    street, protest = _screen(invasive.crossing()), _screen(future.answer())
    yield from _scan(wall, 18)
    yield from _zoom(street, 14)
    yield from _zoom(faces, 14)
    yield from _title("THEY SAY", SAND, INK, 8)
    yield from _turn(regulation.trefoil(), "“LIGHT REGULATION”", 20)
    yield from _title("REGULATION", INK, SAND, 10)
    yield from _title("IS NOT", SAND, ALARM, 10)
    yield from _title("ENOUGH", ALARM, SAND, 16)
    yield from _zoom(protest, 14)
    yield from _title("BAN IT", SAND, INK, 20)


def _screen(picture: Image.Image, at: float = 0.5) -> Image.Image:
    """A band of a picture at the film's shape; `at` 0 is the top, 1 the bottom."""
    height = round(picture.width * SIZE[1] / SIZE[0])
    top = round((picture.height - height) * at)
    cut = picture.crop((0, top, picture.width, top + height))
    return cut.resize((1280, 720), Image.Resampling.LANCZOS)


def _zoom(picture: Image.Image, count: int) -> Iterator[Image.Image]:
    """Steps closer twice, like a camera that has found something."""
    for number in range(count):
        step = number * 3 // count
        inset = 60 * step
        box = (inset, inset * 9 // 16, 1280 - inset, 720 - inset * 9 // 16)
        yield picture.crop(box).resize(SIZE, Image.Resampling.LANCZOS)


def _scan(picture: Image.Image, count: int) -> Iterator[Image.Image]:
    """A box moves from eye to eye, three to a row."""
    still = picture.resize(SIZE, Image.Resampling.LANCZOS)
    places = ((206, 126), (480, 126), (754, 126), (617, 270), (343, 270), (480, 414))
    for number in range(count):
        x, y = places[number * len(places) // count]
        plate = Plate(SIZE)
        corners(plate, (x - 68, y - 66, x + 68, y + 66), arm=30, width=9)
        label(plate, f"ID {417 + x:04d}", (x - 68, y - 100), 22)
        over = pull(SIZE, PAPER, [Inked(plate, ALARM)])
        mask = plate.image.resize(SIZE, Image.Resampling.LANCZOS)
        frame = still.copy()
        frame.paste(over, mask=mask)
        yield frame


def _turn(picture: Image.Image, text: str, count: int) -> Iterator[Image.Image]:
    small = picture.crop((150, 0, 1050, 900)).resize((500, 500), Image.Resampling.LANCZOS)
    for number in range(count):
        frame = Image.new("RGB", SIZE, SAND)
        turned = small.rotate(-30 * (number * 4 // count), fillcolor=SAND)
        plate = Plate(small.size)
        plate.disc((250, 250), 238)
        disc = plate.image.resize(small.size)
        frame.paste(turned, (230, 20), disc)
        if number >= count // 3:
            _stamp(frame, text)
        yield frame


def _stamp(frame: Image.Image, text: str) -> None:
    mask = words(text, 62, 900)
    board = Image.new("L", (mask.width + 60, mask.height + 50), 255)
    turned = board.rotate(8, expand=True)
    letters = Image.new("L", board.size, 0)
    letters.paste(mask, (30, 25))
    letters = letters.rotate(8, Image.Resampling.BICUBIC, expand=True)
    at = ((SIZE[0] - turned.width) // 2, (SIZE[1] - turned.height) // 2)
    frame.paste(INK, at, turned)
    frame.paste(PAPER, at, letters)


def _title(text: str, ground: Colour, ink: Colour, count: int) -> Iterator[Image.Image]:
    """One word across the whole screen."""
    mask = words(text, 300 * OVERSAMPLING)
    ratio = min((SIZE[0] - 90) / mask.width, (SIZE[1] - 120) / mask.height)
    mask = mask.resize((round(mask.width * ratio), round(mask.height * ratio)))
    frame = Image.new("RGB", SIZE, ground)
    frame.paste(ink, ((SIZE[0] - mask.width) // 2, (SIZE[1] - mask.height) // 2), mask)
    for _ in range(count):
        yield frame


def poster() -> Image.Image:
    """The still picture before the click."""
    return _screen(eyes.grid_of_eyes())


def export(folder: Path = MEDIA) -> None:
    """Encodes the film with ffmpeg; run by hand when the drawings change."""
    coder = shutil.which("ffmpeg")
    if coder is None:
        raise FileNotFoundError("ffmpeg is not installed")
    with TemporaryDirectory() as pictures:
        for number, frame in enumerate(frames()):
            frame.save(Path(pictures) / f"{number:04d}.png")
        source = f"-framerate {FRAMES_PER_SECOND} -i {pictures}/%04d.png"
        target = folder / "regulation-is-not-enough.mp4"
        command = [coder, "-y", "-loglevel", "error", *source.split(), *CODING.split(), str(target)]
        subprocess.run(command, check=True)  # noqa: S603  a fixed command of our own
