"""A rendition holds nothing that a camera wrote into the original."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Pillow
from wagtail.images.models import Image

DESCRIPTION, ORIENTATION, GPS = 0x010E, 0x0112, 0x8825


@pytest.fixture
def photo(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    notes = Pillow.Exif()
    notes[DESCRIPTION] = "home of our source"
    notes[ORIENTATION] = 6  # a quarter turn
    notes[GPS] = {1: "N", 2: (37.0, 46.0, 0.0)}
    file = io.BytesIO()
    picture = Pillow.new("RGB", (80, 40), "red")
    picture.save(file, "JPEG", exif=notes, comment=b"home of our source")
    return Image.objects.create(
        title="x", file=ContentFile(file.getvalue(), "x.jpg"), width=80, height=40
    )


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
@pytest.mark.parametrize("size", ["max-20x20", "original"])
def test_rendition__is_silent_and_upright(photo, kind, size):
    rendition = photo.get_rendition(f"{size}|format-{kind}")
    content = rendition.file.open("rb").read()
    assert b"home of our source" not in content
    shown = Pillow.open(io.BytesIO(content))
    assert not dict(shown.getexif())
    assert shown.height > shown.width
