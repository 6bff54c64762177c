import pytest

from campaign_blocks.kit import doors
from tests.scoreboard.factories import make_bill, make_legislator

pytestmark = pytest.mark.django_db


def test_embed__any_site_may_frame_it_and_no_cookie_is_set(client):
    make_bill()
    make_legislator("Ada Moreno")
    response = client.get("/embed/scoreboard/?p=acme")
    assert "Ada Moreno" in response.text
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert not response.cookies


def test_embed__links_leave_the_frame(client):
    make_bill()
    make_legislator(slug="ada")
    text = client.get("/embed/scoreboard/").text
    assert '<a href="/scoreboard/ada/" target="_blank" rel="noopener">' in text


def test_embed__find_mine_stays_in_the_frame(client):
    make_bill()
    make_legislator("Ada Moreno")
    make_legislator("Other Person", state="VT")
    text = client.get("/embed/scoreboard/?zip=97214").text
    assert 'action="/embed/scoreboard/#find-mine"' in text
    assert "Ada Moreno" in text
    assert "Other Person" not in text


@pytest.mark.parametrize("theme", ["ink", "paper", "<script>", ""])
def test_embed__any_theme_is_answered(client, theme):
    response = client.get("/embed/scoreboard/", {"theme": theme})
    assert response.status_code == 200
    assert "<script>" not in response.text.partition("<main")[2]


def test_embed__is_offered_to_editors():
    assert ("scoreboard", "/embed/scoreboard/") in [(e.value, e.path) for e in doors.embeds()]
