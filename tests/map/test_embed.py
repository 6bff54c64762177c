import gzip

import pytest

from campaign_blocks.kit.doors import embeds
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def test_embed__any_site_may_frame_it_and_it_alone(client, faces):
    framed = client.get("/embed/map/")["Content-Security-Policy"]
    assert "frame-ancestors *" in framed
    assert "frame-ancestors *" not in client.get("/map/")["Content-Security-Policy"]


def test_embed__state_lists_its_places_and_leads_out_of_the_frame(client, faces):
    make_place(faces, name="Oakland", kind="ban")
    response = client.get("/embed/map/?state=CA&kind=ban&p=acme")
    html = " ".join(response.content.decode().split())
    assert 'target="_top">Oakland</a>' in html
    assert 'href="/map/?state=CA&amp;kind=ban&amp;p=acme" target="_top"' in html
    assert 'href="/embed/map/?kind=ban&amp;p=acme&amp;state=NY"' in html


def test_embed__weight_and_no_cookie(client, faces):
    for _ in range(50):
        make_place(faces)
    response = client.get("/embed/map/?state=CA")
    assert len(gzip.compress(response.content, 6)) < 12 * 1024
    assert not response.cookies


def test_embed__is_offered_to_editors():
    (found,) = [embed for embed in embeds() if embed.value == "map"]
    assert found.path == "/embed/map/"


@pytest.mark.parametrize("number", [1, 50])
def test_embed__queries(client, faces, number, django_assert_max_num_queries):
    for _ in range(number):
        make_place(faces, kind="ban")
    client.get("/embed/map/")
    with django_assert_max_num_queries(9):
        client.get("/embed/map/?state=CA")
