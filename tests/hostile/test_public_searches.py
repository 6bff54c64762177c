"""Bad input against the forms that only ask: an ordinary page, soon, with nothing of it alive."""

import time
from urllib.parse import urlencode

import pytest

from tests.hostile.lists import entries
from tests.petition.factories import make_petition

FILES = (
    "names_refused",
    "emails_refused",
    "postal_codes_refused",
    "messages_refused",
    "codes_refused",
    "phones_refused",
)
# Nobody reaches the view with more: servers refuse longer request lines.
LONGEST_LINE = 8000
VALUES = sorted(
    {value for file in FILES for value in entries(f"{file}.txt") if len(value) < LONGEST_LINE}
)
PLACES = (
    ("/scoreboard/", ("zip", "state", "chamber", "party", "stance", "q", "bill")),
    ("/search/", ("q", "page", "next")),
    ("/map/", ("state", "kind", "q", "next")),
    ("/embed/petition/ban-it/", ("p", "s", "next")),
    ("/petitions/ban-it/", ("s", "p", "next", "t")),
    ("/petitions/ban-it/thanks/", ("s", "next")),
)
ALIVE = ("<script>alert", "<img src=x", "<svg/onload", 'href="javascript:', 'href="data:text')


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "names"), PLACES, ids=[path for path, _names in PLACES])
def test_search__bad_input_gets_an_ordinary_page(client, path, names):
    make_petition(slug="ban-it")
    for value in VALUES:
        query = urlencode({name: value.encode("utf-8", "surrogatepass") for name in names})
        began = time.process_time()
        answer = client.get(f"{path}?{query}")
        assert time.process_time() - began < 1.0, value[:60]
        assert answer.status_code in (200, 400, 404), (value[:60], answer.status_code)
        page = answer.content.decode()
        assert not [sign for sign in ALIVE if sign in page], value[:60]
        assert "evil.example" not in answer.headers.get("Location", "")
