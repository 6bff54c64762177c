import io

import pytest

from campaign_blocks.video.ranges import CHUNK, Unsatisfiable, part, requested


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-", (0, 999)),
        ("bytes=0-1", (0, 1)),
        ("bytes=500-", (500, 999)),
        ("bytes=-100", (900, 999)),
        ("bytes=-5000", (0, 999)),
        ("bytes=990-5000", (990, 999)),
        ("", None),
        ("bytes=-", None),
        ("bytes=5-2", None),
        ("bytes=0-1,4-5", None),
        ("items=0-1", None),
        ("bytes=a-b", None),
        ("bytes=٠-١", None),
        ("bytes=" + "9" * 5000 + "-", None),
    ],
)
def test_requested__first_and_last_byte(header, expected):
    assert requested(header, 1000) == expected


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=1000-1001", "bytes=-0"])
def test_requested__beyond_the_end(header):
    with pytest.raises(Unsatisfiable):
        requested(header, 1000)


def test_requested__empty_file_has_no_part():
    with pytest.raises(Unsatisfiable):
        requested("bytes=0-", 0)


def test_part__sends_exactly_the_range_and_closes():
    file = io.BytesIO(bytes(CHUNK) + b"abc" + bytes(CHUNK))
    assert b"".join(part(file, CHUNK, CHUNK + 2)) == b"abc"
    assert file.closed


def test_part__large_ranges_come_in_pieces():
    pieces = list(part(io.BytesIO(bytes(CHUNK * 2 + 5)), 0, CHUNK * 2 + 4))
    assert [len(piece) for piece in pieces] == [CHUNK, CHUNK, 5]
