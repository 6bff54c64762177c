"""Every list of bad input in the street and the city that Congress asks for, behind the links."""

import html
import re
from urllib.parse import urlencode

import pytest

from campaign_blocks.petition.letters import finding
from campaign_blocks.petition.models import Letter, Signature
from tests.hostile.lists import entries
from tests.petition.factories import make_signature
from tests.petition.letters import Finder, letter_petition, link, target

LISTS = ("names", "emails", "postal_codes", "phones", "countries", "cities", "messages", "codes")
HOSTILE = {one: entries(f"{one}_refused.txt") for one in LISTS}
FIELDS = ("street", "city")
CASES = [(field, value) for field in FIELDS for one in LISTS for value in HOSTILE[one]]
# A word such as "maria" is no e-mail address and might be a street: it may pass, as plain text.
NOT_PLAIN = re.compile(r"[<>{}@:;=$%\\]|//|[^\S ]")
ALWAYS = {*HOSTILE["names"], *HOSTILE["cities"], *HOSTILE["messages"]} - {"a" * 81}
TAKEN = [
    *[("street", value) for value in entries("streets_accepted.txt")],
    *[("city", value) for value in entries("cities_accepted.txt")],
    *[(field, value) for field in FIELDS for value in entries("names_accepted.txt")],
]
HOME = {"prefix": "Ms.", "street": "1 Example Street", "city": "Portland"}


@pytest.fixture(autouse=True)
def congress(settings, monkeypatch):
    """Set up as an operator does; nothing is sent here."""
    names = ("house_url", "house_key", "senate_url", "senate_key", "agent", "agent_email")
    names += ("agent_contact", "agent_phone", "topic")
    settings.CWC = dict.fromkeys(names, "http://127.0.0.1:9")
    found = Finder([target("Cy", chamber="House", office="HOR03")])
    monkeypatch.setattr(finding, "target_finders", lambda: [found])


@pytest.fixture
def path(request, db):
    """The link that confirms, or the one of a later mail where a test asks for it."""
    purpose = getattr(request, "param", "confirm")
    petition = letter_petition(letter_by_cwc=True, confirm_by_mail=purpose == "confirm")
    return link(make_signature(petition), purpose)


def press(client, path, **values):
    offer = re.search(r'name="offer" value="([^"]+)"', client.get(path).content.decode())[1]
    data = {"letter": "send", "offer": offer, "message": "Dear Rep., mine.", **HOME, **values}
    body = urlencode({name: word.encode("utf-8", "surrogatepass") for name, word in data.items()})
    return client.post(path, body, content_type="application/x-www-form-urlencoded")


def assert_refused(answer, field, path):
    assert answer.status_code in (413, 422)
    if answer.status_code == 422:
        page = html.unescape(answer.content.decode())
        assert list(answer.context["page"].form.errors) == [field]
        assert f'href="#letter-{field}"' in page
        kept = [words for name, words in HOME.items() if name != field]
        assert [words for words in [*kept, "Dear Rep., mine."] if words not in page] == []
    assert not Letter.objects.exists()
    assert Signature.objects.get().state == ("pending" if "confirm" in path else "confirmed")


@pytest.mark.parametrize(("field", "value"), CASES, ids=range(len(CASES)))
def test_address__hostile_input_is_refused_or_plain_text(client, path, field, value):
    answer = press(client, path, **{field: value})
    if answer.status_code != 302:
        assert_refused(answer, field, path)
    else:
        stored = Letter.objects.get().postal_address[field]
        assert value not in ALWAYS
        assert stored == " ".join(value.split())
        assert not NOT_PLAIN.search(stored)


@pytest.mark.parametrize(("field", "value"), CASES[::9], ids=range(len(CASES[::9])))
@pytest.mark.parametrize("path", ["letter"], indirect=True)
def test_address__the_same_behind_the_link_of_a_later_mail(client, path, field, value):
    """One form serves both; every ninth line shows that it still does."""
    answer = press(client, path, **{field: value})
    if answer.status_code != 302:
        assert_refused(answer, field, path)
    else:
        assert not NOT_PLAIN.search(Letter.objects.get().postal_address[field])


@pytest.mark.parametrize("value", [*HOSTILE["names"][::4], "Lord", "ms."])
def test_address__prefix_is_one_of_the_list(client, path, value):
    assert_refused(press(client, path, prefix=value), "prefix", path)


@pytest.mark.parametrize(("field", "value"), TAKEN, ids=range(len(TAKEN)))
def test_address__where_people_live_is_taken(client, path, field, value):
    assert press(client, path, **{field: value}).status_code == 302
    assert Letter.objects.get().postal_address[field]
