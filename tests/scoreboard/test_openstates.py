import gzip
import io
import tarfile
from datetime import date

import pytest

from scoreboard.imports import archives, openstates
from scoreboard.imports.documents import read_item
from scoreboard.imports.gather import gather
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.sources import open_source
from scoreboard.imports.state_legislatures import SEATS
from scoreboard.imports.writer import write_roster
from scoreboard.models import Legislator

DAY = date(2025, 6, 1)
PERSON = """\
id: ocd-person/00000000-0000-4000-8000-000000000001
name: Ana Ruiz
given_name: Ana
family_name: Ruiz
email: ana@assembly.example
party:
- name: Democratic
roles:
- start_date: 2024-12-02
  type: lower
  jurisdiction: ocd-jurisdiction/country:us/state:ca/government
  district: '36'
- start_date: 2016-01-05
  end_date: 2020-01-05
  type: mayor
  jurisdiction: ocd-jurisdiction/country:us/state:ca/place:ruizville/government
offices:
- classification: capitol
  address: Room 1, 1021 O St., Sacramento, CA 94249
  voice: 916-319-0000
- classification: district
  address: 1101 Airport Road Suite D, Imperial, CA 92251
  voice: 760-355-0000
"""


def read(*texts):
    items = [read_item(text, source=f"{number}.yml") for number, text in enumerate(texts)]
    return openstates.parse(items, source="folder", as_of=DAY)


def pack(**files):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(f"data/ca/legislature/{name}.yml")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return stream.getvalue()


def test_parse__a_numbered_district():
    person = read(PERSON).people[0]
    assert (person.state, person.district, person.seat) == (
        "CA",
        36,
        "California, 36th Assembly district",
    )
    assert (person.phone, person.party) == ("916-319-0000", "Democrat")


def test_parse__a_named_district():
    named = PERSON.replace("state:ca", "state:ma").replace("'36'", "3rd Suffolk")
    person = read(named).people[0]
    assert (person.district, person.area) == (None, "3rd Suffolk")
    assert person.seat == "Massachusetts, House, 3rd Suffolk"


def test_parse__offices_at_home_know_their_city():
    parsed = read(PERSON)
    office = parsed.offices[parsed.people[0].identifier][0]
    assert (office.city, office.state, office.postal_code) == ("Imperial", "CA", "92251")


def test_parse__who_left_is_not_listed():
    left = PERSON.replace("2024-12-02", "2020-12-02\n  end_date: 2024-12-01")
    other = PERSON.replace("0001", "0002")
    assert [p.identifier[-4:] for p in read(left, other).people] == ["0002"]


def test_parse__a_person_twice():
    with pytest.raises(ImportProblem, match=r"1.yml, line 1, id: .* is in 0.yml already"):
        read(PERSON, PERSON)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: Ana Ruiz\n", "", r"0.yml, line 1, name: is missing"),
        ("state:ca/gov", "state:zz/gov", r"line 11, roles.0.jurisdiction: is not a state"),
        ("2024-12-02", "soon", r"line 9, roles.0.start_date: is not a date"),
        ("  district: '36'\n", "", r"roles.0.district: is missing"),
    ],
)
def test_parse__what_is_wrong_is_named(old, new, message):
    with pytest.raises(ImportProblem, match=message):
        read(PERSON.replace(old, new))


def test_parse__a_document_that_is_cut_off():
    with pytest.raises(ImportProblem, match=r"0.yml, line \d+: not valid YAML"):
        read(PERSON.partition("roles:")[0] + "roles: [{start_date: '2024")


def test_unpack__reads_without_writing():
    source = open_source("ca.tar.gz", pack(ana=PERSON))
    assert [text.name for text in source.people] == ["ca.tar.gz, data/ca/legislature/ana.yml"]


CUT = (b"\x1f\x8b", b"\x1f\x8bxxxx", gzip.compress(b"no tar", mtime=0))


@pytest.mark.parametrize("content", CUT)
def test_unpack__not_an_archive(content):
    with pytest.raises(ImportProblem, match=r"a.tar.gz: is not a whole tar.gz archive"):
        open_source("a.tar.gz", content)


def test_unpack__an_archive_that_is_cut_off():
    with pytest.raises(ImportProblem, match="not a whole"):
        open_source("a.tar.gz", pack(ana=PERSON)[:-40])


def test_unpack__a_bomb(monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 20_000)
    with pytest.raises(ImportProblem, match="larger than"):
        open_source("a.tar.gz", gzip.compress(b"0" * 50_000))


def test_seats__add_up_to_all_state_legislators_but_nebraska():
    assert len(SEATS) == 49
    assert sum(sum(seats) for seats in SEATS.values()) == 7386 - 49


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "number"), [("ca", 120), ("ma", 198)])
def test_import__real_legislatures_twice(shared_data, state, number):
    path = str(shared_data / "state-legislators" / f"openstates-{state}-legislature.tar.gz")
    day = date(2026, 6, 15)
    assert len(write_roster(gather([path], as_of=day), as_of=day).created) == number
    again = write_roster(gather([path], as_of=day), as_of=day)
    assert str(again) == f"created: 0, updated: 0, retired: 0, unchanged: {number}"


@pytest.mark.django_db
def test_import__a_state_beside_congress_retires_nobody(shared_data):
    from tests.scoreboard.factories import make_legislator

    senator = make_legislator(state="CA")
    path = str(shared_data / "state-legislators" / "openstates-ca-legislature.tar.gz")
    assert write_roster(gather([path])).retired == []
    assert Legislator.objects.get(pk=senator.pk).in_office


@pytest.mark.django_db
def test_import__namesakes_get_addresses_of_their_own(tmp_path):
    for number in range(4):
        text = PERSON.replace("000000000001", f"{number:012}")
        (tmp_path / f"{number}.yml").write_text(text)
    write_roster(gather([str(tmp_path)], as_of=DAY))
    slugs = sorted(Legislator.objects.values_list("slug", flat=True), key=len)
    assert slugs[:2] == ["ana-ruiz", "ana-ruiz-ca"]
    assert len(set(slugs)) == 4
    assert all(len(slug) <= 100 for slug in slugs)
