import csv
from pathlib import Path

import pytest

from campaign_blocks.map.models import Place
from campaign_blocks.map.services import import_places
from tests.map.factories import make_map

FILE = Path(__file__).resolve().parents[2] / "home" / "demo" / "places.csv"


@pytest.mark.django_db
def test_demo_places__import_without_a_fault():
    faces = make_map()
    outcome = import_places(map=faces, path=FILE)
    assert outcome.created == 35
    assert import_places(map=faces, path=FILE).unchanged == 35
    assert Place.objects.published().count() == 35
    assert not Place.objects.filter(source="").exists()


def test_demo_places__are_the_checked_rows_of_the_public_list(shared_data):
    with (shared_data / "places" / "fr-places.csv").open() as file:
        checked = {r["id"]: r for r in csv.DictReader(file) if r["verified"] == "yes"}
    with FILE.open() as file:
        rows = {r["id"]: r for r in csv.DictReader(file)}
    assert set(rows) == set(checked)
    for number, row in rows.items():
        theirs = checked[number]
        assert (row["name"], row["state"], row["source"], row["start_date"]) == (
            theirs["name"],
            theirs["state"],
            theirs["source"],
            theirs["date"],
        )
        assert float(row["latitude"]) == float(theirs["latitude"])


def test_demo_places__credit_geonames():
    words = FILE.with_name("places-ATTRIBUTION.txt").read_text()
    assert "GeoNames" in words and "Creative Commons Attribution 4.0" in words
