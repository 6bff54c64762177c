"""The folded list: hostile records stay text, and what was drawn before never hides a change."""

import pytest
from bs4 import BeautifulSoup

from scoreboard.drawing import draw_by_state
from scoreboard.groups import Group
from scoreboard.people import Person

HOSTILE = "\"><script>alert('x')</script>"


def person(**fields):
    known = dict.fromkeys(Person._fields, HOSTILE)
    return Person(**{**known, "district": 1, "position": "supports", **fields})


def folded(*people, seats=(), new_tab=False):
    group = Group("OR", HOSTILE, list(people), list(seats))
    return BeautifulSoup(draw_by_state([group], new_tab=new_tab), "html.parser")


@pytest.mark.parametrize("position", ["", "supports", "not_sponsoring"])
@pytest.mark.parametrize("post_url", ["", HOSTILE])
def test_hostile_record__stays_text(position, post_url):
    page = folded(person(position=position, post_url=post_url), seats=[HOSTILE])
    assert page.script is None
    assert page.li.a.text == HOSTILE and page.li.a["href"] == HOSTILE
    assert page.li.span.text == HOSTILE and page.select("li")[-1].span.text == HOSTILE


def test_post__asks_or_thanks_by_stance():
    page = folded(person(position="supports"), person(position="opposes"))
    assert [row.select("a")[-1].text for row in page.select("li")] == ["Thank on X", "Ask on X"]


def test_changed_stance__is_drawn_anew():
    before = folded(person(position="supports"))
    assert folded(person(position="opposes")) != before
    assert folded(person(position="supports")) == before


def test_embed__opens_links_in_a_window_of_their_own():
    links = folded(person(), new_tab=True).select("li a")
    assert {link["target"] for link in links} == {"_blank"}
    assert not any(link.has_attr("target") for link in folded(person()).select("li a"))
