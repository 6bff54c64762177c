"""The page of a state: its places, its lawmakers, what to do there."""

import gzip

import pytest

from campaign_blocks.map.models import Place
from tests.map.factories import make_map, make_place
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def test_state__its_places_with_the_bans_first(client, faces):
    make_place(faces, name="Fresno airport"), make_place(faces, name="Oakland", kind="ban")
    make_place(faces, name="Boston", state="MA"), make_place(faces, name="Draft", live=False)
    html = client.get("/map/ca/").content.decode()
    assert "2 places: 1 place in use, 1 ban." in html
    assert html.index("Oakland") < html.index("Fresno airport")
    assert "Boston" not in html and "Draft" not in html


@pytest.mark.parametrize("word", ["CA", "california", "Ca"])
def test_state__other_spellings_lead_to_one_address(client, faces, word):
    answer = client.get(f"/map/{word}/")
    assert (answer.status_code, answer["Location"]) == (301, "/map/ca/?map=faces")


@pytest.mark.parametrize("path", ["/map/zz/", "/map/atlantis/", "/map/ca/?map=none"])
def test_state__that_is_none(client, faces, path):
    assert client.get(path).status_code == 404


def test_state__where_its_lawmakers_stand(client, faces):
    bill = make_bill()
    make_stance(bill, make_legislator("Ada Moreno", state="OR"))
    make_legislator("Bea Stone", state="OR"), make_legislator("Cy Young", state="CA")
    html = client.get("/map/or/").content.decode()
    assert "1 of 2 are on our side." in html
    assert "Ada Moreno" in html and "Sponsoring" in html and "Not sponsoring" in html
    assert "Cy Young" not in html


def test_state__what_to_do_there(client, faces):
    make_place(faces, name="Fresno", action_url="https://example.org/act")
    html = client.get("/map/ca/").content.decode()
    assert 'href="https://example.org/act"' in html and "Take action in Fresno" in html
    assert 'href="/map/report/?map=faces"' in html


def test_state__without_places_asks_for_one(client, faces):
    assert "We know of no place in Texas yet" in client.get("/map/tx/").content.decode()


def test_state__is_shared_without_a_cookie(client, faces):
    answer = client.get("/map/ca/")
    assert "public" in answer["Cache-Control"] and not answer.cookies


@pytest.mark.parametrize("number", [1, 50])
def test_state__queries(client, faces, number, django_assert_max_num_queries):
    for _ in range(number):
        make_place(faces)
    client.get("/map/ca/")
    with django_assert_max_num_queries(10):
        client.get("/map/ca/")


def test_world__counts_and_draws_countries(client):
    world = make_map("world", basemap="world")
    (
        make_place(world, kind="ban", state="", country="FR", name="Paris"),
        make_place(world, state="", country="SG", name="Changi"),
    )
    html = client.get("/map/?map=world").content.decode()
    assert "2 places in 2 countries" in html and "France: 1 place, 1 ban" in html
    assert "Places by country" in html and "Singapore" in html
    assert "world.topo" in html and 'data-area="world"' in html


def test_world__filter_and_page_of_a_country(client):
    world = make_map("world", basemap="world")
    make_place(world, state="", country="FR", name="Paris")
    make_place(world, state="", country="DE", name="Berlin")
    html = client.get("/map/?map=world&state=FR").content.decode()
    assert "Paris" in html and "Berlin" not in html
    assert "Paris" in client.get("/map/fr/?map=world").content.decode()
    data = client.get("/map/places.geojson?map=world&state=DE").json()
    assert [f["properties"]["name"] for f in data["features"]] == ["Berlin"]


def test_world__block_is_light(client):
    from campaign_blocks.map.blocks import MapBlock

    world = make_map("world", basemap="world")
    make_place(world, state="", country="FR")
    block = MapBlock()
    html = block.render(block.to_python({"heading": "World", "map": world.pk}))
    assert len(gzip.compress(html.encode(), 6)) <= 9 * 1024
    assert "<script" not in html and 'href="/map/FR/?map=world"' in html


def test_place__abroad_says_its_country(client):
    world = make_map("world", basemap="world")
    place = make_place(world, state="", country="FR", name="Gare du Nord", city="Paris")
    assert "Paris, France" in client.get(place.get_absolute_url()).content.decode()
    assert Place.objects.get().area_name == "France"
