import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from campaign_blocks.petition.identity.phones import clean_phone


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("(415) 555-0199", "US", "+14155550199"),
        ("1-415-555-0199", "US", "+14155550199"),
        ("415.555.0199", "CA", "+14155550199"),
        ("+1 415 555 0199", "DE", "+14155550199"),
        ("020 7946 0018", "GB", "+442079460018"),
        ("+44 (0)20 7946 0018", "US", "+442079460018"),
        ("0044 20 7946 0018", "DE", "+442079460018"),
        ("030/123456", "DE", "+4930123456"),
        ("06 6982 1234", "IT", "+390669821234"),
        ("912 345 678", "ES", "+34912345678"),
        ("2123 4567", "HK", "21234567"),
    ],
)
def test_phone__usual_spelling(typed, country, kept):
    assert clean_phone(typed, country) == kept


@pytest.mark.parametrize(
    "typed", ["911", "555-0199", "call me", "+0 123 4567", "1" * 30, "٠١٢٣٤٥٦٧٨"]
)
def test_phone__none_that_can_be_called(typed):
    with pytest.raises(ValidationError):
        clean_phone(typed)


@given(st.text(max_size=60), st.sampled_from(["US", "GB", "IT", "HK"]))
def test_phone__kept_ones_are_short_and_plain(text, country):
    try:
        kept = clean_phone(text, country)
    except ValidationError:
        return
    assert kept.removeprefix("+").isdecimal()
    assert kept.isascii()
    assert 7 <= len(kept) <= 16
