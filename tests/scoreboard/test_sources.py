import pytest

from scoreboard.imports.gather import gather
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.sources import read_source, read_text
from tests.scoreboard.rosters import CSV_HEAD, CSV_ROW, OFFICES, ROSTER, SENATOR, SOCIAL


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "legislators-current.yaml").write_text(ROSTER)
    (tmp_path / "legislators-social-media.yaml").write_text(SOCIAL)
    (tmp_path / "legislators-district-offices.yaml").write_text(OFFICES)
    return tmp_path


def test_gather__a_folder_brings_its_three_files(folder):
    roster = gather([str(folder)])
    assert len(roster.people) == 3
    assert roster.handles["S000001"].x_handle == "SenMoreno"
    assert len(roster.offices["S000001"]) == 1


def test_gather__the_later_source_wins_where_it_knows_something(folder, tmp_path):
    bundled = tmp_path / "bundled.csv"
    bundled.write_text(CSV_HEAD + CSV_ROW)
    person = gather([str(bundled), str(folder)]).people["R000001"]
    assert (person.x_handle, person.phone) == ("RepRuth", "")


def test_gather__who_moved_to_the_senate_has_no_district(tmp_path):
    in_house = SENATOR.replace("type: sen", "type: rep\n    district: 0")
    (tmp_path / "a.yaml").write_text(in_house)
    (tmp_path / "b.yaml").write_text(SENATOR)
    person = gather([str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")]).people["S000001"]
    assert (person.chamber, person.district) == ("senate", None)


def test_gather__an_address_that_ends_with_a_slash_is_a_folder(folder):
    asked = []

    def fetch(address):
        asked.append(address)
        return (folder / f"{address.rpartition('/')[2].removesuffix('.json')}.yaml").read_bytes()

    assert len(gather(["https://example.org/data/"], fetch=fetch).people) == 3
    assert asked[1] == "https://example.org/data/legislators-social-media.json"


def test_read_source__a_folder_without_a_roster(tmp_path):
    with pytest.raises(ImportProblem, match=r"holds no legislators-current"):
        read_source(str(tmp_path))


def test_read_text__a_file_that_is_not_there(tmp_path):
    with pytest.raises(ImportProblem, match=r"nothing.yaml: cannot be read: No such file"):
        read_text(str(tmp_path / "nothing.yaml"))


def test_read_text__a_file_of_eleven_megabytes(tmp_path):
    path = tmp_path / "big.yaml"
    path.write_bytes(b"-" * (11 * 1024 * 1024))
    with pytest.raises(ImportProblem, match="larger than 10 MB"):
        read_text(str(path))


def test_read_text__another_encoding_names_the_line(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("- a: 1\n- b: García\n".encode("latin-1"))
    with pytest.raises(ImportProblem, match="line 2: is not UTF-8"):
        read_text(str(path))


def test_read_text__a_device_without_an_end():
    with pytest.raises(ImportProblem, match="larger than 10 MB"):
        read_text("/dev/zero")
