import csv

import pytest

from campaign_blocks.map.zip_prefixes import state_of_zip


def test_state_of_zip__every_prefix_of_the_census(shared_data):
    with (shared_data / "zip" / "zip3-state.csv").open() as file:
        wrong = [r for r in csv.DictReader(file) if state_of_zip(r["zip3"]) != r["state"]]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "state"),
    [("94110", "CA"), ("02139-4307", "MA"), ("00601", "PR"), ("20001", "DC"), ("96910", "GU")],
)
def test_state_of_zip__whole_codes(text, state):
    assert state_of_zip(text) == state


@pytest.mark.parametrize("text", ["", "00000", "1", "abcde", "9411", "941101", "٩٤١١٠", "99999999"])
def test_state_of_zip__anything_else_is_empty(text):
    assert state_of_zip(text) == ""
