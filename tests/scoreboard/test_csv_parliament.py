import pytest

from scoreboard.imports import csv_parliament
from scoreboard.imports.gather import put_together
from scoreboard.imports.problems import ImportProblem
from scoreboard.imports.sources import open_source
from scoreboard.imports.writer import write_roster
from scoreboard.models import Legislator

HEAD = "legislature,country,chamber,identifier,full_name,family_name,party,area,x,term_start\n"
ROW = "Althing,IS,Althing,17,Jóna Þórsdóttir,Þórsdóttir,Left,Reykjavík South,jona,2021-09-25\n"
LISTED = "Althing,IS,Althing,18,Ari Jónsson,Jónsson,Right,,,2021-09-25\n"


def parse(text):
    return csv_parliament.parse(text, source="f.csv")


def test_parse__any_parliament():
    parsed = parse(HEAD + ROW + LISTED)
    person, listed = parsed.people
    assert (person.area, person.on_list, listed.on_list) == ("Reykjavík South", False, True)
    assert parsed.legislatures[0].country == "IS"
    assert parsed.handles["17"].x_handle == "jona"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD.replace("full_name", "name") + ROW, r"f.csv, line 1, full_name: this column is"),
        (HEAD + ROW + ROW, r"line 3, identifier: 17 is already on line 2"),
        (HEAD + ROW.replace("Jóna Þórsdóttir", ""), r"line 2, full_name: is missing"),
        (HEAD + ROW.replace("2021-09-25", "2021"), r"line 2, term_start: is not a date"),
        (HEAD, "there are no people"),
    ],
)
def test_parse__what_is_wrong_is_named(text, message):
    with pytest.raises(ImportProblem, match=message):
        parse(text)


def test_parse__every_wrong_line_is_told():
    rows = ROW.replace("Left", "") + LISTED.replace("Right", "")
    with pytest.raises(ImportProblem) as caught:
        parse(HEAD + rows)
    assert [problem.line for problem in caught.value.all] == [2, 3]


@pytest.mark.django_db
def test_write_roster__makes_the_parliament():
    source = open_source("f.csv", (HEAD + ROW).encode())
    write_roster(put_together([source]))
    person = Legislator.objects.get()
    assert person.chamber.legislature.name == "Althing"
    assert str(write_roster(put_together([source]))).endswith("unchanged: 1")
