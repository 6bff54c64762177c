"""The Atom feed of what is new."""

import re
from xml.etree import ElementTree

import pytest

from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def faces():
    return make_map(attribution="EFF", licence="CC BY 4.0")


def titles(answer):
    feed = ElementTree.fromstring(answer.content)  # noqa: S314  our own words
    return [entry.find(f"{ATOM}title").text for entry in feed.iter(f"{ATOM}entry")]


def test_feed__newest_published_first(client, faces, admin_user):
    for name in ("old", "new"):
        place = make_place(faces, name=name, kind="ban", live=False)
        place.save_revision(user=admin_user).publish()
    make_place(faces, name="draft", live=False)
    answer = client.get("/map/feed.atom")
    assert titles(answer) == ["Banned: new, CA", "Banned: old, CA"]
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert b"EFF CC BY 4.0" in answer.content


def test_feed__is_narrowed_like_the_map(client, faces):
    make_place(faces, name="Oakland", kind="ban"), make_place(faces, name="Boston", state="MA")
    assert titles(client.get("/map/feed.atom?kind=ban")) == ["Banned: Oakland, CA"]
    assert titles(client.get("/map/feed.atom?state=MA")) == ["In use: Boston, MA"]


def test_feed__answers_304(client, faces):
    make_place(faces)
    etag = client.get("/map/feed.atom")["ETag"]
    assert client.get("/map/feed.atom", headers={"if-none-match": etag}).status_code == 304
    make_place(faces)
    assert client.get("/map/feed.atom", headers={"if-none-match": etag}).status_code == 200


def test_feed__hostile_words_stay_text(client, faces):
    make_place(faces, name="<script>alert(1)</script>&\x0b")
    assert b"<script>" not in client.get("/map/feed.atom").content


def test_feed__malformed_box(client, faces):
    assert client.get("/map/feed.atom?bbox=1").status_code == 400


def test_feed__is_named_on_the_map(client, faces):
    html = client.get("/map/").content.decode()
    assert re.search(r'type="application/atom\+xml"[^>]+href="/map/feed.atom\?map=faces"', html)
