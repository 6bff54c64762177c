import pytest

from campaign_blocks.map.models import Place
from campaign_blocks.map.services import ImportRefused, import_places
from tests.map.factories import make_map

pytestmark = pytest.mark.django_db
HEADER = "id,kind,name,city,state,latitude,longitude,status,start_date,source_url,verified"
GOOD = "a-1,ban,Oakland,Oakland,CA,37.8044,-122.2708,in force,2019-07,https://example.org/,yes"


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def read(faces, tmp_path):
    def run(*lines, header=HEADER, **options):
        path = tmp_path / "places.csv"
        path.write_text("\n".join([header, *lines]), encoding="utf-8")
        return import_places(map=faces, path=path, **options)

    return run


def problems(read, *lines, **options):
    with pytest.raises(ImportRefused) as refused:
        read(*lines, **options)
    assert not Place.objects.exists()
    return [str(problem) for problem in refused.value.problems]


def test_import__creates_then_changes_nothing(read):
    first, second = read(GOOD), read(GOOD)
    assert (first.created, first.updated, first.unchanged) == (1, 0, 0)
    assert (second.created, second.updated, second.unchanged) == (0, 0, 1)
    place = Place.objects.get()
    assert (place.name, place.status, place.since) == ("Oakland", "in_force", "July 2019")
    assert str(place.latitude) == "37.804400" and place.live


def test_import__updates_by_number(read):
    read(GOOD)
    outcome = read(GOOD.replace("Oakland,Oakland", "City of Oakland,Oakland"))
    assert outcome.updated == 1
    assert Place.objects.get().name == "City of Oakland"


def test_import__unverified_waits_for_an_editor(read):
    read(GOOD.replace(",yes", ",list"))
    place = Place.objects.get()
    assert not place.live and not place.verified


def test_import__an_editors_choice_to_hide_stays(read):
    read(GOOD)
    Place.objects.update(live=False)
    read(GOOD.replace("in force", "weakened 2022-07-21"))
    place = Place.objects.get()
    assert not place.live
    assert (place.status, place.status_since) == ("weakened", "July 21, 2022")


def test_import__dry_run_writes_nothing(read):
    assert read(GOOD, dry_run=True).created == 1
    assert not Place.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "field", "word"),
    [
        ("37.8044,-122.2708", "-122.2708,37.8044", "latitude", "swapped"),
        ("37.8044", '"37,8044"', "latitude", "comma"),
        ("37.8044", "37°48'15.8\"N", "latitude", "decimal degrees"),
        ("37.8044,-122.2708", "37.8044,", "longitude", "not a number"),
        ("-122.2708", "-222.2708", "longitude", "outside"),
        ("https://example.org/", "javascript:alert(1)", "source_url", "URL"),
        ("CA", "ZZ", "state", "two letters"),
        ("ban", "magic", "kind", "ban, moratorium, regulation, use"),
        ("2019-07", "soon", "start_date", "soon"),
        ("in force", "perhaps", "status", "perhaps"),
        ("in force", "expired 2001-01-01", "status_date", "before"),
        ("Oakland,Oakland", ",Oakland", "name", "blank"),
        ("Oakland,Oakland", "O" * 201 + ",Oakland", "name", "200"),
    ],
)
def test_import__fault_names_line_and_field(read, old, new, field, word):
    fine = GOOD.replace("a-1", "a-0")
    found = problems(read, fine, GOOD.replace(old, new, 1))
    assert [text.split(":")[0] for text in found] == [f"line 3, {field}"]
    assert word in found[0]


def test_import__every_fault_is_named(read):
    found = problems(read, GOOD, GOOD, GOOD.replace("a-1", "a-2").replace("CA", "QQ"))
    assert [text.split(":")[0] for text in found] == ["line 3, id", "line 4, state"]


def test_import__formula_is_stored_as_text_and_exported_harmless(read, client):
    read(GOOD.replace("Oakland,Oakland", "=HYPERLINK(1),Oakland"))
    assert Place.objects.get().name == "=HYPERLINK(1)"
    assert b"'=HYPERLINK(1)" in client.get("/map/places.csv").content


@pytest.mark.parametrize(
    ("header", "line", "word"),
    [
        ("id,name", "a-1,Oakland", "No column kind"),
        ("", "", "empty"),
        (HEADER, GOOD + ",more", "12 columns"),
        (HEADER, 'a-1,"ban', "Not a CSV file"),
    ],
)
def test_import__file_that_cannot_be_read(read, header, line, word):
    assert word in problems(read, line, header=header)[0]


def test_import__bytes_that_are_not_utf8(faces, tmp_path):
    path = tmp_path / "latin.csv"
    path.write_bytes(f"{HEADER}\n{GOOD}\n".encode() + b"a-2,ban,Caf\xe9,,CA,1,1,,,,\n")
    with pytest.raises(ImportRefused) as refused:
        import_places(map=faces, path=path)
    assert str(refused.value.problems[0]) == "line 3: Not UTF-8 text. Save it as CSV UTF-8."


def test_import__missing_file(faces, tmp_path):
    with pytest.raises(ImportRefused) as refused:
        import_places(map=faces, path=tmp_path / "none.csv")
    assert "Cannot be read" in str(refused.value.problems[0])


def test_import__own_export_comes_back_unchanged(read, client, faces, tmp_path):
    read(GOOD, GOOD.replace("a-1", "a-2").replace("Oakland,Oakland", "-1 'Café' \"x\",Oakland"))
    path = tmp_path / "export.csv"
    path.write_bytes(client.get("/map/places.csv").content)
    outcome = import_places(map=faces, path=path)
    assert (outcome.created, outcome.updated, outcome.unchanged) == (0, 0, 2)


def test_import__queries_do_not_grow_with_the_file(read, django_assert_max_num_queries):
    lines = [GOOD.replace("a-1", f"a-{n}") for n in range(50)]
    with django_assert_max_num_queries(12):
        read(*lines)


def test_import__public_list(faces, shared_data):
    path = shared_data / "places" / "fr-places.csv"
    first = import_places(map=faces, path=path)
    second = import_places(map=faces, path=path)
    assert (first.created, second.unchanged) == (52, 52)
    assert Place.objects.published().count() == 35
