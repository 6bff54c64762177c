import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from campaign_blocks.petition.identity.postal_codes import clean_postal_code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("02139", "02139"),
        (" 02139 ", "02139"),
        ("02139-4307", "02139-4307"),
        ("021394307", "02139-4307"),
        ("02139 4307", "02139-4307"),
    ],
)
def test_zip__usual_spelling(typed, kept):
    assert clean_postal_code(typed) == kept


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("k1a 0b1", "CA", "K1A 0B1"),
        ("sw1a 1aa", "GB", "SW1A 1AA"),
        ("10115", "DE", "10115"),
        ("150-0001", "JP", "150-0001"),
        ("", "IE", ""),
    ],
)
def test_postal_code__abroad(typed, country, kept):
    assert clean_postal_code(typed, country) == kept


@pytest.mark.parametrize("typed", ["2139", "021391", "ABCDE", "02139-43", "１２３４５", "-2139"])
def test_zip__wrong_shape(typed):
    with pytest.raises(ValidationError):
        clean_postal_code(typed)


@given(st.text(max_size=40), st.sampled_from(["US", "CA", "GB", "JP"]))
def test_postal_code__kept_ones_are_short_and_plain(text, country):
    try:
        kept = clean_postal_code(text, country)
    except ValidationError:
        return
    assert kept.isascii()
    assert len(kept) <= 12
