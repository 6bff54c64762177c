import pytest
from bs4 import BeautifulSoup

from scoreboard.imports.legislatures import congress
from scoreboard.models import Vacancy
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    make_stance(make_bill(), make_legislator("Sen Blue"))
    make_legislator("Rep Red", district=3)
    make_legislator("Rep Green", state="VT", district=0)
    make_legislator("Del Egate", state="DC", district=0)
    Vacancy.objects.create(
        chamber=congress().chambers.get(slug="house"), state="OR", district=5, seat="Oregon, 5th"
    )


def test_state__its_people_its_empty_seats_and_its_numbers(client, people):
    page = BeautifulSoup(client.get("/scoreboard/or/").text, "html.parser")
    names = [row.text for row in page.select(".person__name")]
    assert names == ["Sen Blue", "Rep Red", "Vacant seat"]
    assert page.h1.text == "Oregon"
    assert "1 sponsors the bill, 1 does not sponsor it. 1 seat is vacant." in page.text


def test_state__neighbours_by_name(client, people):
    text = client.get("/scoreboard/or/").text
    assert 'rel="prev" href="/scoreboard/dc/"' in text
    assert 'rel="next" href="/scoreboard/vt/"' in text


@pytest.mark.parametrize(
    ("state", "words"), [("dc", "a non-voting member"), ("vt", "one representative for the whole")]
)
def test_state__what_is_particular(client, people, state, words):
    assert words in client.get(f"/scoreboard/{state}/").text


@pytest.mark.parametrize(
    "address", ["/scoreboard/zz/", "/scoreboard/ca/", "/scoreboard/or/?bill=x"]
)
def test_state__nobody_there_is_not_found(client, people, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", [1, 50])
def test_state__queries_do_not_grow(client, people, number, django_assert_max_num_queries):
    for _ in range(number):
        make_legislator("More People")
    client.get("/scoreboard/or/")
    with django_assert_max_num_queries(10):
        assert client.get("/scoreboard/or/")["Cache-Control"].startswith("public")
