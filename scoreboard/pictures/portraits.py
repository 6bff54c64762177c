"""A person's photo, cut to a box and framed like everything that is watched."""

from typing import IO

from PIL import Image, ImageDraw, ImageOps

from scoreboard.pictures.palette import INK, Box

MOST_PIXELS = 40_000_000


def paste_photo(picture: Image.Image, file: IO[bytes], box: Box) -> bool:
    """Whether there was a photo to see; a broken file leaves the picture without one."""
    left, top, right, bottom = box
    size = (right - left, bottom - top)
    try:
        with Image.open(file) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return False
            opened.draft("RGB", (size[0] * 2, size[1] * 2))
            turned = ImageOps.exif_transpose(opened).convert("RGB")
            cut = ImageOps.fit(turned, size, centering=(0.5, 0.25))
    except (OSError, ValueError, Image.DecompressionBombError):
        return False
    picture.paste(cut, (left, top))
    frame(ImageDraw.Draw(picture), box)
    return True


def frame(draw: ImageDraw.ImageDraw, box: Box, reach: int = 44, gap: int = 14) -> None:
    """The corners of a camera's finder."""
    left, top, right, bottom = box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap
    for x, to_x in ((left, left + reach), (right, right - reach)):
        for y, to_y in ((top, top + reach), (bottom, bottom - reach)):
            draw.line(((x, y), (to_x, y)), fill=INK, width=6)
            draw.line(((x, y), (x, to_y)), fill=INK, width=6)
