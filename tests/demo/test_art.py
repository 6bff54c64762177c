import hashlib
import io

import pytest

from home.demo import library
from home.demo.art.broken import two_for_one
from home.demo.art.catalogue import PICTURES
from home.demo.art.lettering import words
from home.demo.art.marks import MARKS
from home.demo.art.opening import opening
from home.demo.art.wordmarks import draw
from home.demo.coalition import rows
from home.demo.words import ARGUMENTS


def test_pictures__same_on_every_run():
    assert two_for_one().tobytes() == two_for_one().tobytes()


def test_opening__wide_enough_and_light():
    picture = opening()
    assert picture.width == 1600
    assert len(library.png(picture, colours=32)) < 200_000


def test_pictures__each_is_used_and_described():
    shown = {name for _, _, names in ARGUMENTS for name in names}
    assert {picture.name for picture in PICTURES} == shown | {"opening", "regulation", "poster"}
    for picture in PICTURES:
        assert 40 <= len(picture.alt) <= 220, picture.name


def test_pictures__titles_are_unique():
    assert len({picture.title for picture in PICTURES}) == len(PICTURES)


def test_marks__one_for_each_organization():
    assert set(MARKS) == {row["slug"] for row in rows()}


def test_marks__all_different_and_small():
    seen = set()
    for slug, mark in MARKS.items():
        picture = draw(mark)
        assert picture.size == (320, 160)
        data = io.BytesIO()
        picture.convert("RGB").save(data, "AVIF", quality=45)
        assert len(data.getvalue()) <= 4096, slug
        seen.add(hashlib.sha256(picture.tobytes()).digest())
    assert len(seen) == 41


def test_marks__stay_inside_their_sheet():
    for slug, mark in MARKS.items():
        inked = draw(mark).point(lambda tone: 255 - tone).getbbox()
        assert inked is not None and inked[0] > 0 and inked[2] < 320, slug
        assert inked[1] > 0 and inked[3] < 160, slug


@pytest.mark.parametrize("weight", [100, 900])
def test_words__fill_their_mask(weight):
    mask = words("Ágj", 80, weight)
    x0, y0, x1, y1 = mask.getbbox()
    assert max(x0, y0, mask.width - x1, mask.height - y1) <= 6
