import logging
from datetime import date

import pytest
from bs4 import BeautifulSoup

from scoreboard.addresses.answer import wrong_congress
from tests.scoreboard.factories import make_bill, make_legislator
from tests.scoreboard.fake_api import SHAPES, serving, shape

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SHAPES.exists(), reason="the shared test data is not here"),
]
GEOCODER = "/geographies/onelineaddress"
ADDRESS = "24 Beacon St, Boston MA"


@pytest.fixture
def people():
    make_bill()
    make_legislator("Sen Bay", state="MA")
    make_legislator("Rep Seven", state="MA", district=7, term_start=date(2025, 1, 3))
    make_legislator("Rep Five", state="MA", district=5, term_start=date(2025, 1, 3))
    make_legislator("Rep Green", state="VT", district=0, term_start=date(2025, 1, 3))
    make_legislator("Del Egate", state="DC", district=0, term_start=date(2025, 1, 3))


@pytest.fixture
def census(settings):
    with serving({GEOCODER: (200, shape("census-onelineaddress-ma07"))}) as server:
        settings.CENSUS_GEOCODER_URL = server.url
        yield server


def post(client, address=ADDRESS, **headers):
    response = client.post("/scoreboard/find/", {"address": address}, headers=headers)
    page = BeautifulSoup(response.text, "html.parser")
    return response, [row.text for row in page.select(".board .person__name")]


def test_address__off_by_default(client, people):
    assert "Census" not in client.get("/scoreboard/?zip=02108").text
    assert client.post("/scoreboard/find/", {"address": ADDRESS}).status_code == 404


def test_address__finds_the_one_district(client, people, census):
    response, names = post(client)
    assert response.status_code == 200
    assert names == ["Sen Bay", "Rep Seven"]
    assert "Massachusetts, 7th district" in response.text


@pytest.mark.parametrize(
    ("answer", "name"), [("at-large-vt", "Rep Green"), ("delegate-dc", "Del Egate")]
)
def test_address__at_large_and_delegates(client, people, census, answer, name):
    census.answers[GEOCODER] = (200, shape(f"census-onelineaddress-{answer}"))
    assert post(client)[1] == [name]


def test_address__asks_with_the_chosen_vintage(client, people, census, settings):
    settings.CENSUS_GEOCODER_VINTAGE = "Census2020_Current"
    post(client)
    _path, query, _headers = census.asked[0]
    assert query["vintage"] == ["Census2020_Current"]
    assert query["address"] == [ADDRESS]


def test_address__stands_in_no_log_and_nobody_keeps_the_answer(client, people, census, caplog):
    caplog.set_level(logging.DEBUG)
    census.answers[GEOCODER] = (500, {})
    response, _names = post(client)
    assert "does not answer" in response.text
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "Beacon" not in caplog.text


@pytest.mark.parametrize(
    "answer",
    [
        (500, {}),
        (200, b"<html>busy</html>"),
        (200, []),
        (200, {"result": {"addressMatches": [{"geographies": {}}]}}),
        (302, {}),
    ],
)
def test_address__rubbish_is_a_sentence_and_not_an_error(client, people, census, answer):
    census.answers[GEOCODER] = answer
    response, names = post(client)
    assert response.status_code == 422
    assert names == []
    assert "The address service does not answer" in response.text


@pytest.mark.parametrize(
    ("answer", "words"),
    [("no-match", "Nobody knows this address"), ("two-matches", "more than one place")],
)
def test_address__unknown_or_unclear_is_told_at_the_field(client, people, census, answer, words):
    census.answers[GEOCODER] = (200, shape(f"census-onelineaddress-{answer}"))
    response, names = post(client)
    assert words in response.text
    assert 'aria-invalid="true"' in response.text
    assert names == []


def test_address__an_empty_one_asks_nobody(client, people, census):
    assert post(client, "  ")[0].status_code == 422
    assert census.asked == []


def test_address__of_another_congress_shows_the_whole_state_and_tells_staff(client, people, census):
    type(make_legislator("Rep Old")).objects.filter(district__isnull=False).update(
        term_start=date(2019, 1, 3)
    )
    response, names = post(client)
    assert names == ["Sen Bay", "Rep Five", "Rep Seven"]
    assert "districts of the 119th Congress, and this list is of the 116th" in response.text
    assert wrong_congress() == (119, 116)


def test_address__from_a_foreign_page_is_refused(client, people, census):
    assert post(client, **{"Sec-Fetch-Site": "cross-site"})[0].status_code == 404
    assert census.asked == []


@pytest.mark.parametrize("address", ["x" * 5000, "\0", "'; drop table", "☃"])
def test_address__odd_input(client, people, census, address):
    assert post(client, address)[0].status_code in {200, 422}


def test_address__state_legislators_by_open_states(client, people, census, settings):
    census.answers["/people.geo"] = (200, shape("openstates-people-geo"))
    settings.OPENSTATES_API_URL, settings.OPENSTATES_API_KEY = census.url, "secret"
    response, _names = post(client)
    assert "Aaron Michlewitz" in response.text
    assert "tel:+16177222990" in response.text
    assert "Ayanna Pressley" not in response.text
    assert census.asked[1][2]["X-API-KEY"] == "secret"


def test_address__open_states_down_leaves_congress(client, people, census, settings):
    census.answers["/people.geo"] = (401, shape("openstates-error-401"))
    settings.OPENSTATES_API_URL, settings.OPENSTATES_API_KEY = census.url, "wrong"
    assert post(client)[1] == ["Sen Bay", "Rep Seven"]
