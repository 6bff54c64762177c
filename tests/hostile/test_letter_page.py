"""Every bad letter against the pages behind the links: refused, nothing sent or confirmed."""

import re
from urllib.parse import urlencode

import pytest

from campaign_blocks.petition.models import Letter, Signature
from tests.hostile.lists import entries
from tests.hostile.test_bodies import BODIES
from tests.petition.factories import make_signature
from tests.petition.letters import (
    finder,  # noqa: F401  a fixture
    letter_petition,
    link,
)

pytestmark = pytest.mark.usefixtures("finder")
FORM = "application/x-www-form-urlencoded"
LETTERS = entries("messages_refused.txt")


@pytest.fixture(params=["confirm", "letter"])
def path(request, db):
    petition = letter_petition(confirm_by_mail=request.param == "confirm")
    return link(make_signature(petition), request.param)


def untouched(path):
    state = "pending" if "confirm" in path else "confirmed"
    return not Letter.objects.exists() and Signature.objects.get().state == state


@pytest.mark.parametrize("words", LETTERS, ids=range(len(LETTERS)))
def test_letter__hostile_words_are_refused(client, path, words):
    offer = re.search(r'name="offer" value="([^"]+)"', client.get(path).content.decode())[1]
    data = {"letter": b"send", "offer": offer.encode()}
    body = urlencode({**data, "message": words.encode("utf-8", "surrogatepass")})
    answer = client.post(path, body, content_type=FORM)
    assert answer.status_code in (413, 422)
    assert untouched(path)


@pytest.mark.parametrize(("content_type", "body"), BODIES, ids=range(len(BODIES)))
def test_letter__body_is_no_form(client, path, content_type, body):
    """Where the link alone confirms, pressing without any answer is a press."""
    answer = client.generic("POST", path, body, content_type=content_type)
    assert answer.status_code == 302 or 400 <= answer.status_code < 500
    assert not Letter.objects.exists()
