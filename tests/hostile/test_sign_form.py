"""Every list of bad input against the sign form: refused with the field named, nothing stored."""

from urllib.parse import urlencode

import pytest

from campaign_blocks.petition.models import OutboxMessage, Signature
from tests.hostile.lists import entries
from tests.petition.factories import form_data, make_petition

REFUSED = {
    "name": "names_refused.txt",
    "email": "emails_refused.txt",
    "postal_code": "postal_codes_refused.txt",
    "message": "messages_refused.txt",
    "country": "countries_refused.txt",
}
CASES = [(field, value) for field, name in REFUSED.items() for value in entries(name)]


@pytest.fixture
def letter_petition(db):
    return make_petition(letter_body="Dear senator, please sponsor the bill.")


def encoded(text):
    return text.encode("utf-8", "surrogatepass")


def send(client, petition, **values):
    body = urlencode({k: encoded(v) for k, v in form_data(petition, **values).items()})
    return client.post(
        f"/petitions/{petition.slug}/sign/",
        body,
        content_type="application/x-www-form-urlencoded",
        headers={"origin": "http://testserver"},
    )


@pytest.mark.parametrize(("field", "value"), CASES, ids=range(len(CASES)))
def test_sign__hostile_input_is_refused(client, letter_petition, field, value):
    answer = send(client, letter_petition, **{field: value})
    assert answer.status_code in (413, 422)
    if answer.status_code == 422:
        assert list(answer.context["panel"].form.errors) == [field]
        assert f'href="#sign-{field}"' in answer.content.decode()
    assert not Signature.objects.exists()
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize("name", entries("names_accepted.txt"))
def test_sign__name_that_people_have(client, letter_petition, name):
    assert send(client, letter_petition, name=name).status_code == 303
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("email", entries("emails_accepted.txt"))
def test_sign__address_that_people_have(client, letter_petition, email):
    assert send(client, letter_petition, email=email).status_code == 303
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("kind", ["refused", "accepted"])
def test_lists__are_long_enough(kind):
    assert len(entries(f"names_{kind}.txt")) >= 30
    assert len(entries(f"emails_{kind}.txt")) >= 15
