"""What real files hold: understood, or refused with line and field and nothing half-imported."""

import pytest

from campaign_blocks.map.imports import files
from campaign_blocks.map.models import Place
from campaign_blocks.map.services import ImportRefused, import_places
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
HEADER = "id,kind,name,city,state,latitude,longitude,start_date,source"
GOOD = "a-1,ban,Oakland,Oakland,CA,37.8044,-122.2708,2019,Globe"


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def read(faces, tmp_path):
    def run(*lines, header=HEADER, content=None, **options):
        path = tmp_path / "places.csv"
        path.write_bytes(content or "\n".join([header, *lines]).encode())
        return import_places(map=faces, path=path, **options)

    return run


def refused(read, *lines, **options):
    with pytest.raises(ImportRefused) as caught:
        read(*lines, **options)
    assert not Place.objects.exists()
    return str(caught.value.problems[0])


@pytest.mark.parametrize(
    ("latitude", "longitude", "field"),
    [
        ("91", "-122", "latitude"),
        ("37", "181", "longitude"),
        ("-122.27", "37.80", "latitude"),
        ("-75.5", "40.1", "latitude"),
        ("37 48.26 N", "-122.27", "latitude"),
        ("37°48′15″", "-122.27", "latitude"),
        ('"37,80"', "-122.27", "latitude"),
        ("37.80", '"-122,27"', "longitude"),
        ("NaN", "-122.27", "latitude"),
        ("1e400", "-122.27", "latitude"),
        ("３７", "-122.27", "latitude"),
    ],
)
def test_coordinates__refused_at_line_and_field(read, latitude, longitude, field):
    bad = GOOD.replace("37.8044,-122.2708", f"{latitude},{longitude}").replace("a-1", "a-2")
    assert refused(read, GOOD, bad).startswith(f"line 3, {field}: ")


def test_coordinates__swapped_within_range_are_noticed(read):
    bad = GOOD.replace("37.8044,-122.2708", "-75.5,40.1")
    assert "Are latitude and longitude swapped?" in refused(read, bad)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12/27/2012", "Dec. 27, 2012"),
        ("7/2024", "July 2024"),
        ("2024", "2024"),
        ("2024-07", "July 2024"),
        ("", ""),
    ],
)
def test_dates__are_as_precise_as_the_file(read, text, shown):
    read(GOOD.replace(",2019,", f",{text},"))
    assert Place.objects.get().since == shown


@pytest.mark.parametrize("text", ["27/12/2012", "13/2024", "24", "soon", "2024-02-30"])
def test_dates__others_are_refused(read, text):
    assert refused(read, GOOD.replace(",2019,", f",{text},")).startswith("line 2, start_date: ")


def test_million_rows__refused_at_once(read):
    line = GOOD.encode() + b"\n"
    assert "larger than 10 MB" in refused(read, content=HEADER.encode() + b"\n" + line * 1_000_000)


def test_rows__beyond_the_limit(read, monkeypatch):
    monkeypatch.setattr(files, "MOST_ROWS", 3)
    assert "line 5: More than 3 places" in refused(read, *[GOOD] * 4)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id,kind,name\n" + b"a,b," + b"x" * 40_000, "longer than 32 KB"),
        (",".join(f"c{n}" for n in range(10_000)).encode(), "More than 200 columns"),
        (HEADER.encode() + b"\n\x00", "NUL"),
        (HEADER.encode("utf-16"), "Not UTF-8"),
        (b'{"type": "FeatureCollection"', "Not JSON"),
        (b'{"features": [' + b"[" * 100_000, "Not JSON"),
        (b'{"features": [1]}', "no properties"),
        (b"<!DOCTYPE x><a>&b;</a>", "No column"),
    ],
)
def test_file__that_is_none(read, content, words):
    assert words in refused(read, content=content)


def test_formula__stays_text_and_leaves_harmless(read, client):
    read(GOOD.replace("Oakland,Oakland", "=1+1,Oakland"))
    Place.objects.update(live=True)
    assert Place.objects.get().name == "=1+1"
    assert b",'=1+1," in client.get("/map/places.csv").content


def test_known_place__is_found_without_a_number(read, faces):
    place = make_place(faces, kind="ban", name="Oakland", city="Oakland")
    outcome = read(GOOD.replace("a-1", ""))
    assert (outcome.created, outcome.updated) == (0, 1)
    assert Place.objects.get().pk == place.pk


def test_known_place__takes_the_number_of_the_file(read, faces):
    make_place(faces, kind="ban", name="Oakland City", city="Oakland")
    read(GOOD.replace("Oakland,Oakland", "Oakland,Oakland City"))
    assert Place.objects.get().external_id == "a-1"


def test_known_place__what_the_file_does_not_say_stays(read, faces):
    make_place(faces, kind="ban", external_id="a-1", description="Ours", verified_by="Ana")
    read("a-1,ban,Oakland,CA", header="id,kind,name,state")
    place = Place.objects.get()
    assert (place.description, place.verified_by) == ("Ours", "Ana")
    assert place.latitude is not None and place.live


def test_city__is_found_in_the_bundled_list(read):
    read(GOOD.replace("37.8044,-122.2708", ","))
    place = Place.objects.get()
    assert place.precision == "city" and round(place.latitude) == 38


def test_draft__of_an_editor_outlives_an_import(read, faces, admin_user):
    place = make_place(faces, kind="ban", external_id="a-1")
    place.name = "Begun by hand"
    place.save_revision(user=admin_user)
    read(GOOD)
    place.refresh_from_db()
    assert place.name == "Oakland" and place.has_unpublished_changes
    assert place.get_latest_revision_as_object().name == "Begun by hand"


def test_history__an_import_is_what_editors_see_next(read, faces, admin_user):
    place = make_place(faces, kind="ban", external_id="a-1")
    place.save_revision(user=admin_user).publish()
    read(GOOD)
    place.refresh_from_db()
    assert place.get_latest_revision_as_object().name == "Oakland"
    assert place.live_revision_id == place.latest_revision_id
