import pytest
from bs4 import BeautifulSoup

from scoreboard.imports.legislatures import congress
from scoreboard.models import Vacancy, ZipDistrict
from tests.scoreboard.factories import make_bill, make_legislator

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    make_bill()
    for name in ("Sen One", "Sen Two"):
        make_legislator(name)
    make_legislator("Rep Three", district=3)
    make_legislator("Rep Five", district=5)
    make_legislator("Sen Washington", state="WA")
    make_legislator("Rep Washington", state="WA", district=1)
    make_legislator("Rep Vermont", state="VT", district=0)
    make_legislator("Del Egate", state="DC", district=0)
    make_legislator("Com Missioner", state="PR", district=0)
    Vacancy.objects.create(
        chamber=congress().chambers.get(slug="house"), state="OR", district=1, seat="Oregon, 1st"
    )
    for code, state, district in (
        ("97214", "OR", 3),
        ("97215", "OR", 3),
        ("97215", "OR", 5),
        ("97635", "OR", 3),
        ("97635", "WA", 1),
        ("97001", "OR", 1),
        ("97002", "OR", 1),
        ("97002", "OR", 3),
    ):
        ZipDistrict.objects.create(postal_code=code, state=state, district=district)


def find(client, query):
    page = BeautifulSoup(client.get(f"/scoreboard/?{query}").text, "html.parser")
    names = [row.text for row in page.select(".board .person__name")]
    notice = page.select_one(".notice")
    return names, notice.get_text(" ", strip=True) if notice else "", page


SENATORS = ["Sen One", "Sen Two"]


@pytest.mark.parametrize(
    ("words", "names", "told"),
    [
        ("97214", [*SENATORS, "Rep Three"], "These people represent 97214."),
        ("97214-1234", [*SENATORS, "Rep Three"], "These people represent 97214."),
        ("97215", [*SENATORS, "Rep Three", "Rep Five"], "covers 2 districts. Both senators are"),
        ("97635", [*SENATORS, "Rep Three", "Sen Washington", "Rep Washington"], "where do you"),
        ("05602", ["Rep Vermont"], "Vermont has one representative for the whole state."),
        ("20001", ["Del Egate"], "a non-voting member"),
        ("00901", ["Com Missioner"], "Resident Commissioner sits in the House but has no vote"),
        ("97001", [*SENATORS, "Vacant seat"], "The seat of Oregon, 1st is vacant"),
        ("00000", [], "We do not know the ZIP code “00000”"),
        ("09001", [], "09001 is a military post office"),
        ("96960", [], "96960 lies in a country that sends nobody to Congress"),
        ("9721", [], "“9721” is neither a ZIP code nor a state"),
        ("vermont", ["Rep Vermont"], "These people represent Vermont."),
        ("D.C.", ["Del Egate"], "These people represent District of Columbia."),
    ],
)
def test_find__every_place_gets_its_own_words(client, people, words, names, told):
    found, notice, _page = find(client, f"zip={words}")
    assert found == names
    assert told in notice


def test_find__several_districts_are_a_question_with_an_answer_for_each(client, people):
    _names, _told, page = find(client, "zip=97215")
    choices = page.select("a.district-choice")
    assert [c.get_text(" ", strip=True) for c in choices] == [
        "Oregon, 3rd district Rep Three",
        "Oregon, 5th district Rep Five",
    ]
    names, told, page = find(client, choices[1]["href"].partition("?")[2].partition("#")[0])
    assert names == [*SENATORS, "Rep Five"]
    assert told == "These people represent you: Oregon, 5th district."
    assert not page.select("a.district-choice")


def test_find__a_vacant_seat_among_several_districts_can_be_chosen(client, people):
    _names, _told, page = find(client, "zip=97002")
    assert page.select("a.district-choice")[0].get_text(" ", strip=True) == (
        "Oregon, 1st district vacant seat"
    )


@pytest.mark.parametrize("district", ["OR-1", "WA-1", "ZZ-9", "OR-", "'\"", "OR-99999999"])
def test_find__a_district_that_the_code_does_not_touch_is_ignored(client, people, district):
    assert find(client, f"zip=97215&district={district}")[0] == [
        *SENATORS,
        "Rep Three",
        "Rep Five",
    ]


def test_find__choosing_the_state_of_a_code_in_two_states(client, people):
    assert find(client, "zip=97635&district=WA-1")[0] == ["Sen Washington", "Rep Washington"]


def test_find__an_unknown_code_offers_every_state(client, people):
    links = find(client, "zip=00000")[2].select(".states a")
    assert len(links) == 56
    assert links[0]["href"] == "/scoreboard/al/"


def test_find__the_same_on_the_data_and_inside_an_embed(client, people):
    data = client.get("/scoreboard/legislators.json?zip=97215&district=OR-3").json()
    assert [p["name"] for p in data["legislators"]] == [*SENATORS, "Rep Three"]
    page = BeautifulSoup(client.get("/embed/scoreboard/?zip=97215").text, "html.parser")
    assert page.select_one("a.district-choice")["href"].startswith("/embed/scoreboard/?zip=97215")
