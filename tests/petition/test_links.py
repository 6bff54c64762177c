import secrets
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from campaign_blocks.petition.models import (
    Consent,
    CountDelta,
    MailToken,
    Petition,
    Signature,
    StopLink,
    Suppression,
)
from campaign_blocks.petition.models.choices import ConsentPurpose, TokenPurpose
from campaign_blocks.petition.services.deliver import Delivery, begin, claim
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.expire import expire_pending
from campaign_blocks.petition.services.export import export_person
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.my_signature import remove_mine
from tests.petition.factories import let_it_age, make_petition, make_signature

LONG_AGO = timezone.now() - timedelta(days=800)


@pytest.fixture
def pending(db):
    return make_signature(make_petition(confirm_by_mail=True, slug="ban"), opt_in=True)


def link(signature, purpose=TokenPurpose.CONFIRM):
    token, raw = MailToken.make(signature.pk, purpose)
    token.save()
    return f"/{purpose.value}/{raw}/"


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_confirm__looking_changes_nothing(pending, client, method):
    path = link(pending)
    for _ in range(3):
        answer = getattr(client, method)(path)
        assert answer.status_code == 200
    assert Signature.objects.get().state == "pending"
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_confirm__pressing_counts_once(pending, client):
    path = link(pending)
    first, second = client.post(path), client.post(path)
    assert (first.status_code, first["Location"]) == (302, "/petitions/ban/thanks/")
    assert second.status_code == 404
    signature = Signature.objects.get()
    assert signature.state == "confirmed"
    assert signature.confirmed_at is not None
    assert CountDelta.objects.count() == 1
    assert sorted(signature.messages.values_list("kind", flat=True)) == ["confirm", "thanks"]


def test_confirm__two_mails_count_once(pending, client):
    paths = [link(pending), link(pending)]
    for path in paths:
        client.post(path)
    assert CountDelta.objects.count() == 1


def test_confirm__every_unusable_link_shows_the_same_page(pending, client):
    used, old, other = link(pending), link(pending), link(pending, TokenPurpose.UNSUBSCRIBE)
    MailToken.objects.filter(pk=MailToken.objects.order_by("pk")[1].pk).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )
    client.post(used)
    paths = [used, old, other.replace("unsubscribe", "confirm"), "/confirm/nonsense/"]
    pages = {(client.post(path).status_code, client.get(path).content) for path in paths}
    assert len(pages) == 1
    assert CountDelta.objects.count() == 1


def test_confirm__one_day_after_the_end_is_still_in_time(pending, client):
    type(pending.petition).objects.update(closes_at=timezone.now() - timedelta(hours=23))
    assert client.post(link(pending)).status_code == 302


def test_confirm__too_late(pending, client):
    type(pending.petition).objects.update(closes_at=timezone.now() - timedelta(hours=25))
    assert client.post(link(pending)).status_code == 404
    assert Signature.objects.get().state == "pending"


def test_token__only_its_digest_is_stored(pending):
    raw = link(pending).split("/")[2]
    stored = MailToken.objects.get()
    assert len(raw) >= 43
    assert raw.encode() not in bytes(stored.digest)
    assert len(bytes(stored.digest)) == 32


def test_unsubscribe__withdraws_everywhere(pending, client):
    elsewhere = make_signature(make_petition(), email=pending.email, opt_in=True)
    client.post(link(pending, TokenPurpose.UNSUBSCRIBE))
    assert not pending.campaign_mail
    assert not elsewhere.campaign_mail
    assert Consent.objects.filter(granted=True).count() == 2
    assert Consent.objects.filter(method="unsubscribe").count() == 2
    assert Suppression.objects.get().reason == "unsubscribed"


def removed_by_herself(signature):
    key, _raw = MailToken.make(signature.pk, TokenPurpose.MANAGE)
    key.save()
    assert remove_mine(key=key, signature_id=signature.pk)


def past_its_term(signature):
    """Nobody confirmed it; or the campaign ended long ago, and the counted row names nobody."""
    Petition.objects.filter(pk=signature.petition_id).update(closes_at=LONG_AGO)
    Signature.objects.filter(pk=signature.pk).update(created_at=LONG_AGO)
    Signature.objects.filter(pk=signature.pk, state="confirmed").update(confirmed_at=LONG_AGO)
    expire_pending()
    call_command("apply_retention")


@pytest.mark.parametrize("go", [removed_by_herself, past_its_term])
@pytest.mark.parametrize("confirm", [True, False])
def test_unsubscribe__link_of_a_signature_that_is_gone_stops_the_others(client, db, go, confirm):
    old = make_signature(make_petition(confirm_by_mail=confirm), email="ana@example.org")
    path = link(old, TokenPurpose.UNSUBSCRIBE)
    go(old)
    assert not Signature.objects.exclude(email="").exists()
    again = make_signature(make_petition(), email="ANA@example.org", opt_in=True)
    assert client.post(path).status_code == 200
    assert Suppression.objects.get().reason == "unsubscribed"
    assert again.latest_word(ConsentPurpose.CAMPAIGN_MAIL) is False


def test_unsubscribe__old_links_end(pending, client):
    path = link(pending, TokenPurpose.UNSUBSCRIBE)
    removed_by_herself(pending)
    StopLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    client.post(path)
    assert not Suppression.objects.exists()
    call_command("apply_retention")
    assert not StopLink.objects.exists()


def test_unsubscribe__old_links_are_told_and_erased_with_the_person(pending):
    link(pending, TokenPurpose.UNSUBSCRIBE)
    removed_by_herself(pending)
    assert len(export_person(email=pending.email)["links_in_old_mails"]) == 1
    again = make_signature(make_petition(), email=pending.email)
    link(again, TokenPurpose.UNSUBSCRIBE)
    assert erase_person(email=pending.email).elsewhere["links"] == 2
    assert not StopLink.objects.exists()


def test_unsubscribe__looking_changes_nothing(pending, client):
    client.get(link(pending, TokenPurpose.UNSUBSCRIBE))
    assert not Suppression.objects.exists()


def test_unsubscribe__known_and_unknown_links_answer_alike(pending, client):
    path = link(pending, TokenPurpose.UNSUBSCRIBE)
    known, again, unknown = client.post(path), client.post(path), client.post("/unsubscribe/x/")
    assert known.status_code == again.status_code == unknown.status_code == 200
    assert known.content == again.content == unknown.content


def test_unsubscribe__one_click_without_cookie_stops_also_what_is_queued(pending, client):
    other = make_signature(make_petition(), email=pending.email, opt_in=True)
    let_it_age(pending)
    make_signature(pending.petition, email=pending.email)  # "you had already signed"
    judge()
    in_hand = claim(1)
    strict = Client(enforce_csrf_checks=True)
    path = link(pending, TokenPurpose.UNSUBSCRIBE)
    answer = strict.post(path, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.cookies) == (200, {})
    while Delivery().run():
        pass
    assert not begin(in_hand[0])
    assert not mail.outbox
    assert {row.state for row in (*pending.messages.all(), *other.messages.all())} == {"failed"}


def test_unsubscribe__who_signs_anew_is_asked_to_confirm(pending, client):
    client.post(link(pending, TokenPurpose.UNSUBSCRIBE))
    make_signature(make_petition(confirm_by_mail=True, title="New"), email=pending.email)
    judge()
    Delivery().run()
    assert [one.subject for one in mail.outbox] == ["Please confirm your signature: New"]


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_unsubscribe__scanners_change_nothing(pending, client, method):
    path = link(pending, TokenPurpose.UNSUBSCRIBE)
    for _ in range(100):
        assert getattr(client, method)(path).status_code == 200
    assert pending.campaign_mail
    assert not Suppression.objects.exists()


def test_unsubscribe__a_thousand_forged_links_answer_alike_and_change_nothing(pending, client):
    known = client.post(link(pending, TokenPurpose.UNSUBSCRIBE))
    Suppression.objects.all().delete()
    answers = [client.post(f"/unsubscribe/{secrets.token_urlsafe(32)}/") for _ in range(1000)]
    assert {(one.status_code, one.content) for one in answers} == {(200, known.content)}
    assert not Suppression.objects.exists()


def test_unsubscribe__its_address_names_nobody(pending):
    path = link(pending, TokenPurpose.UNSUBSCRIBE)
    assert "@" not in path
    assert "signer" not in path


def test_unsubscribe__works_after_the_signature_has_expired(pending, client):
    path = link(pending, TokenPurpose.UNSUBSCRIBE)
    type(pending).objects.update(created_at=timezone.now() - timedelta(days=31))
    expire_pending()
    client.post(path)
    assert Suppression.objects.count() == 1
