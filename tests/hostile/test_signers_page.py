"""Bad input against the signer's own page and the form for a fresh link: 4xx, nothing changed."""

from urllib.parse import urlencode

import pytest

from campaign_blocks.petition.models import Consent, MailToken, OutboxMessage, Signature
from tests.hostile.lists import entries
from tests.hostile.test_bodies import BODIES
from tests.petition.factories import make_petition, make_signature

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def key(db):
    signature = make_signature(make_petition(), opt_in=True)
    row, raw = MailToken.make(signature.pk, "manage")
    row.save()
    return f"/my-signature/{raw}/"


@pytest.mark.django_db
@pytest.mark.parametrize("email", entries("emails_refused.txt"))
def test_fresh_link__bad_address_is_named_and_kept(client, email):
    body = urlencode({"email": email.encode("utf-8", "surrogatepass")})
    answer = client.post("/my-signature/", body, content_type=FORM)
    assert 400 <= answer.status_code < 500
    if answer.status_code == 422:
        assert 'aria-invalid="true"' in answer.content.decode()
    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("email", entries("emails_accepted.txt"))
def test_fresh_link__good_address_is_taken(client, email):
    assert client.post("/my-signature/", {"email": email}).status_code == 200


@pytest.mark.parametrize(("content_type", "body"), BODIES, ids=range(len(BODIES)))
@pytest.mark.parametrize("name", ["change/", "remove/", "fresh"])
def test_body__that_is_no_form_changes_nothing(client, key, content_type, body, name):
    path = "/my-signature/" if name == "fresh" else f"{key}{name}"
    answer = client.generic("POST", path, body, content_type=content_type)
    assert answer.status_code < 500
    assert (Signature.objects.count(), Consent.objects.count()) == (1, 1)
    assert OutboxMessage.objects.count() == 1


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
@pytest.mark.parametrize("name", ["", "change/", "remove/", "data.json"])
def test_method__unknown_is_refused(client, key, method, name):
    assert getattr(client, method)(f"{key}{name}").status_code == 405


@pytest.mark.parametrize("value", entries("names_refused.txt"), ids=str.__len__)
def test_done__in_the_address_is_never_echoed(client, key, value):
    word = value.encode("utf-8", "replace").decode()
    answer = client.get(key, {"done": f"<script>{word}"})
    assert answer.status_code == 200
    assert b"<script>" + word.encode() not in answer.content
