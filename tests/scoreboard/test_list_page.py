import pytest

from scoreboard.imports.legislatures import congress
from scoreboard.models import Vacancy, ZipDistrict
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    bill = make_bill()
    make_stance(bill, make_legislator("Sen Blue", x_handle="SenBlue"))
    make_legislator("Rep Red", district=3, party="Republican", x_handle="RepRed")
    make_legislator("Jesús García", state="VT", district=0, slug="garcia")
    make_legislator("Del Egate", state="DC", district=0)
    make_legislator("Old Member", state="VT", in_office=False)
    Vacancy.objects.create(
        chamber=congress().chambers.get(slug="house"), state="OR", district=5, seat="Oregon, 5th"
    )
    return bill


def listed(response):
    text = response.content.decode()
    names = ("Sen Blue", "Rep Red", "Jesús García", "Del Egate", "Old Member", "Vacant seat")
    return [name for name in names if name in text]


def test_board__lists_everybody_in_office(client, people):
    response = client.get("/scoreboard/")
    assert listed(response) == ["Sen Blue", "Rep Red", "Jesús García", "Del Egate", "Vacant seat"]
    assert "1 sponsors the bill, 3 do not sponsor it. 1 seat is vacant." in response.text
    assert "5 of 5 shown" in response.text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("state=OR", ["Sen Blue", "Rep Red", "Vacant seat"]),
        ("chamber=senate", ["Sen Blue"]),
        ("party=R", ["Rep Red"]),
        ("stance=sponsoring", ["Sen Blue"]),
        ("stance=not_sponsoring", ["Rep Red", "Jesús García", "Del Egate"]),
        ("q=garcia", ["Jesús García"]),
        ("q=GARC%C3%8DA+jes", ["Jesús García"]),
        ("q=%22%00'%25_", ["Sen Blue", "Rep Red", "Jesús García", "Del Egate"]),
        ("state=OR&party=D&chamber=house", []),
        ("bill=hr7356-116&state=DC", ["Del Egate"]),
        ("zip=97214", ["Sen Blue", "Rep Red", "Vacant seat"]),
        ("zip=20001-1234", ["Del Egate"]),
        ("zip=00000", []),
        ("zip=x%00%22", []),
    ],
)
def test_board__filters_by_address(client, people, query, names):
    response = client.get(f"/scoreboard/?{query}")
    assert response.status_code == 200
    assert listed(response) == names


def test_board__a_choice_that_does_not_exist_is_told(client, people):
    response = client.get("/scoreboard/?state=ZZ")
    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.text


def test_board__an_unknown_bill_is_not_found(client, people):
    assert client.get("/scoreboard/?bill=s1-1").status_code == 404


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("97214", "97214 is in Oregon"),
        ("00000", "We do not know the ZIP code “00000”"),
        ("<b>", "“&lt;b&gt;” is neither a ZIP code nor a state"),
        ("20001", "has no vote there"),
    ],
)
def test_board__a_zip_code_gets_the_right_words(client, people, code, words):
    assert words in client.get("/scoreboard/", {"zip": code}).text


def test_board__a_zip_code_in_two_districts_shows_both_and_asks(client, people):
    for district in (3, 5):
        ZipDistrict.objects.create(postal_code="97214", state="OR", district=district)
    response = client.get("/scoreboard/?zip=97214")
    assert "97214 covers 2 districts" in response.text
    assert listed(response) == ["Sen Blue", "Rep Red", "Vacant seat"]


def test_board__a_zip_code_stays_a_secret(client, people):
    response = client.get("/scoreboard/?zip=97214")
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "private, no-store"


def test_board__anyone_may_cache_the_list_and_no_cookie_is_set(client, people):
    response = client.get("/scoreboard/")
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies


def test_board__says_thank_or_ask_by_stance(client, people):
    text = client.get("/scoreboard/").text
    assert "text=.%40SenBlue%20Thank" in text
    assert "text=.%40RepRed%20Please" in text
    assert "/scoreboard/garcia/#write" in text


def test_board__without_any_bill_or_person(client, db):
    assert "0 of 0 shown" in client.get("/scoreboard/").text


@pytest.mark.parametrize("number", [1, 50])
def test_board__queries_do_not_grow(client, people, number, django_assert_max_num_queries):
    for _ in range(number):
        make_legislator("More People", x_handle="More")
    client.get("/scoreboard/")
    with django_assert_max_num_queries(11):
        client.get("/scoreboard/?zip=97214&party=D")
    with django_assert_max_num_queries(8):
        client.get("/scoreboard/")
