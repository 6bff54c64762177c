import re
from itertools import pairwise

from home.demo.library import DOCUMENTS, FILM, MEDIA
from home.demo.sections import TRANSCRIPT

TIME = re.compile(r"(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})")


def seconds(parts):
    hours, minutes, whole, thousandths = map(int, parts)
    return hours * 3600 + minutes * 60 + whole + thousandths / 1000


def test_film__small_enough_for_phones():
    film = (MEDIA / f"{FILM}.mp4").read_bytes()
    assert film[4:8] == b"ftyp" and len(film) <= 400_000
    # The index stands before the pictures, so that it plays while it loads.
    assert film.index(b"moov") < film.index(b"mdat")


def test_film__captions_follow_each_other_to_the_end():
    text = (MEDIA / f"{FILM}.vtt").read_text(encoding="utf-8")
    assert text.startswith("WEBVTT\n")
    cues = [(seconds(m.groups()[:4]), seconds(m.groups()[4:])) for m in TIME.finditer(text)]
    assert len(cues) == 5 and cues[0][0] == 0 and cues[-1][1] == 12
    assert all(before[1] == after[0] for before, after in pairwise(cues))


def test_film__words_are_in_captions_and_transcript():
    text = (MEDIA / f"{FILM}.vtt").read_text(encoding="utf-8")
    for words in ("Regulation is not enough", "light regulation", "Ban it"):
        assert words in text and words in TRANSCRIPT


def test_film__every_file_is_there():
    assert all((MEDIA / name).is_file() for _, name in DOCUMENTS.values())
