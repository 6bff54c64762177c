"""Every link of a mail: what opens it, what does not, and how often."""

from collections import Counter
from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from campaign_blocks.petition import guessing
from campaign_blocks.petition.models import MailToken
from campaign_blocks.petition.models.choices import TokenPurpose
from tests.petition.factories import make_petition, make_signature

pytestmark = pytest.mark.django_db
PATHS = {
    "/confirm/{}/": TokenPurpose.CONFIRM,
    "/letter/{}/": TokenPurpose.LETTER,
    "/unsubscribe/{}/": TokenPurpose.UNSUBSCRIBE,
    "/my-signature/{}/": TokenPurpose.MANAGE,
    "/my-signature/{}/change/": TokenPurpose.MANAGE,
    "/my-signature/{}/remove/": TokenPurpose.MANAGE,
    "/my-signature/{}/data.json": TokenPurpose.MANAGE,
}
every_link = pytest.mark.parametrize("path", PATHS)


@pytest.fixture
def signature():
    waits = make_petition(confirm_by_mail=True, letter_body="Please vote for it.")
    return make_signature(waits, email="ana@example.org", opt_in=True)


def raw_for(signature, purpose, **values):
    row, raw = MailToken.make(signature.pk, purpose)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return raw


def guess():
    return f"/my-signature/{MailToken.make(1, TokenPurpose.MANAGE)[1]}/remove/"


def whole_database():
    models = [
        *apps.get_app_config("petition").get_models(),
        *apps.get_app_config("sessions").get_models(),
    ]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


@every_link
@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_looking__a_hundred_times_changes_nothing(signature, client, path, method):
    address = path.format(raw_for(signature, PATHS[path]))
    before = whole_database()
    for _ in range(100):
        answer = getattr(client, method)(address)
    assert answer.status_code < 500
    assert whole_database() == before
    assert not client.cookies


@every_link
def test_unusable_links__show_one_and_the_same_page(signature, client, path):
    purpose = PATHS[path]
    other = next(one for one in TokenPurpose if one != purpose)
    good = raw_for(signature, purpose)
    flipped = ("B" if good[0] == "A" else "A") + good[1:]
    past = timezone.now() - timedelta(seconds=1)
    bad = [
        raw_for(signature, purpose, expires_at=past),
        raw_for(signature, purpose, used_at=past),
        raw_for(signature, other),
        flipped,
        good[:-1],
        good + "A",
        good.swapcase(),
        "x",
        "%00",
        "é" * 50,
        "A" * 5000,
    ]
    before = whole_database()
    for method in (client.get, client.post):
        answers = {(one.status_code, one.content) for one in map(method, map(path.format, bad))}
        assert len(answers) == 1
    assert whole_database() == before


@every_link
def test_answer__is_kept_by_nobody_and_named_in_no_referer(signature, client, path):
    for raw in (raw_for(signature, PATHS[path]), "x"):
        answer = client.get(path.format(raw))
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("purpose", TokenPurpose)
def test_token__is_256_bits_and_only_its_digest_is_stored(signature, purpose):
    raws = {raw_for(signature, purpose) for _ in range(200)}
    assert len(raws) == 200
    assert min(map(len, raws)) >= 43
    stored = str(list(MailToken.objects.values()))
    assert not any(raw in stored for raw in raws)


@pytest.mark.parametrize("path", [one for one in PATHS if "unsubscribe" not in one])
def test_guessing__is_stopped_by_address(signature, client, path):
    good = path.format(raw_for(signature, PATHS[path]))
    for number in range(guessing.MOST + 1):
        answer = client.get(path.format(f"guess{number}"), REMOTE_ADDR="198.51.100.7")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert client.get(good, REMOTE_ADDR="198.51.100.7").status_code == 429
    assert client.get(good, REMOTE_ADDR="198.51.100.8").status_code != 429


def test_guessing__from_a_hundred_addresses_finds_nothing(signature, client, monkeypatch):
    monkeypatch.setattr(guessing, "MOST", 6)
    before = whole_database()
    statuses = Counter(
        client.post(guess(), REMOTE_ADDR=f"203.0.113.{host}").status_code
        for host in range(100)
        for _ in range(guessing.MOST + 5)
    )
    assert statuses == {404: 100 * guessing.MOST, 429: 100 * 5}
    assert whole_database() == before


def test_guessing__spent_links_of_our_mails_are_no_guesses(signature, client):
    path = "/confirm/{}/"
    spent = raw_for(signature, TokenPurpose.CONFIRM, used_at=timezone.now())
    for _ in range(guessing.MOST + 5):
        assert client.get(path.format(spent)).status_code == 404


def test_guessing__unsubscribing_is_never_refused(signature, client):
    for number in range(guessing.MOST + 5):
        client.post(f"/unsubscribe/guess{number}/")
    assert client.post(f"/unsubscribe/{raw_for(signature, 'unsubscribe')}/").status_code == 200
    assert not signature.campaign_mail
