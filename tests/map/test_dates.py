from datetime import date

import pytest

from campaign_blocks.map.dates import (
    DatePrecision,
    read_rough_date,
    show_rough_date,
    write_rough_date,
)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("12/27/2012", date(2012, 12, 27), DatePrecision.DAY),
        ("2019-05-14", date(2019, 5, 14), DatePrecision.DAY),
        ("7/2024", date(2024, 7, 1), DatePrecision.MONTH),
        ("2019-12", date(2019, 12, 1), DatePrecision.MONTH),
        (" 2024 ", date(2024, 1, 1), DatePrecision.YEAR),
    ],
)
def test_read_rough_date__known_forms(text, day, precision):
    found = read_rough_date(text)
    assert (found.day, found.precision) == (day, precision)


def test_read_rough_date__empty_is_no_date():
    assert read_rough_date("  ") is None


@pytest.mark.parametrize(
    "text", ["13/45/2012", "2019-02-30", "May 2019", "19", "0000", "2019-5-", "٢٠١٩"]
)
def test_read_rough_date__bad_text_is_quoted(text):
    with pytest.raises(ValueError, match=text):
        read_rough_date(text)


@pytest.mark.parametrize("text", ["2019-05-14", "2019-05", "2019"])
def test_write_rough_date__says_no_more_than_was_read(text):
    found = read_rough_date(text)
    assert write_rough_date(found.day, found.precision) == text


def test_show_rough_date__year_alone():
    assert show_rough_date(date(2019, 1, 1), "year") == "2019"
    assert show_rough_date(date(2019, 5, 1), "month") == "May 2019"
    assert show_rough_date(None, "day") == ""
