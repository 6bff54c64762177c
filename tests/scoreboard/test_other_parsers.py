import pytest

from scoreboard.imports import csv_roster, districts, offices, social
from scoreboard.imports.documents import read_items
from scoreboard.imports.problems import ImportProblem
from tests.scoreboard.rosters import CSV_HEAD, CSV_ROW, OFFICES, SOCIAL


def test_social__accounts_by_person():
    handles = social.parse(read_items(SOCIAL, source="f"))["S000001"]
    assert (handles.x_handle, handles.bluesky) == ("SenMoreno", "")
    assert handles.youtube == "UCGdrLQbt1PYDTPsampx4t1A"


def test_social__a_wrong_account_names_its_line():
    with pytest.raises(ImportProblem, match=r"line 2, social.twitter"):
        social.parse(read_items(SOCIAL.replace("SenMoreno", "not an account"), source="f"))


def test_offices__suite_numbers_are_text():
    (office,) = offices.parse(read_items(OFFICES, source="f"))["S000001"]
    assert (office.address, office.postal_code) == ("1 Church St., 3", "05401")


def test_csv__a_row_is_a_person():
    (person,) = csv_roster.parse(CSV_HEAD + CSV_ROW, source="f.csv")
    assert (person.party, person.district, person.x_handle) == ("Democrat", 3, "RepRuth")
    assert person.website is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CSV_HEAD, "f.csv, line 1: there are no people"),
        (CSV_HEAD.replace(",state", "") + CSV_ROW, "f.csv, line 1, state: this column is missing"),
        (CSV_HEAD + CSV_ROW + CSV_ROW, "line 3, bioguide: R000001 is already on line 2"),
        (CSV_HEAD + CSV_ROW.replace(",3,", ",,"), "line 2, district: a house seat"),
        (CSV_HEAD + CSV_ROW.replace(",3,", ",-3,"), "line 2, district: is not a whole number"),
        (CSV_HEAD + CSV_ROW.replace("house", "House"), "line 2, chamber: is neither"),
        (CSV_HEAD + CSV_ROW.replace("RepRuth", "=cmd()"), "line 2, x: is not the name"),
        (CSV_HEAD + CSV_ROW.replace("RepRuth,", "RepRuth,javascript:x"), "line 2, website"),
        (CSV_HEAD + CSV_ROW.replace(",3,", ",3,,,"), "line 2: the number of cells"),
        (CSV_HEAD + '"R1', "line 2: not valid CSV"),
        (CSV_HEAD + "R\0", "line 2: there is a NUL"),
    ],
)
def test_csv__a_bad_file_names_line_and_field(text, message):
    with pytest.raises(ImportProblem, match=message):
        csv_roster.parse(text, source="f.csv")


def test_districts__at_large_and_delegates_are_zero():
    text = "state_fips,state_abbr,zcta,cd\n50,VT,05401,0\n11,DC,20001,98\n50,VT,05401,0\n"
    assert districts.parse(text, source="f") == [("05401", "VT", 0), ("20001", "DC", 0)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("50,XX,05401,0", "line 2, state_abbr: XX is not"),
        ("50,VT,5401,0", "line 2, zcta: is not a ZIP code"),
        ("50,VT,05401,", "line 2, cd: is not the number"),
        ("50,VT,05401,x", "line 2, cd: is not a whole number"),
    ],
)
def test_districts__a_bad_row_names_line_and_field(row, message):
    with pytest.raises(ImportProblem, match=message):
        districts.parse(f"state_fips,state_abbr,zcta,cd\n{row}\n", source="f")
