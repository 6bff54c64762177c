"""The end of a petition, by the clock of the database, and what visitors are told of it."""

from datetime import timedelta
from threading import Thread

import pytest
import time_machine
from django.db import connections
from django.db.models import F
from django.utils import timezone

from campaign_blocks.petition import forgetting
from campaign_blocks.petition.models import MailToken, PetitionCount, Signature
from campaign_blocks.petition.services.confirm import confirm_signature
from campaign_blocks.petition.services.sign import NotOpen
from tests.petition.factories import make_petition, make_signature, sign, token_for

HOUR = timedelta(hours=1)
SIGNERS = 4


def sign_until_refused(petition, number, refused):
    """Signs as fast as it can, and goes on for a while after the first refusal."""
    try:
        for turn in range(2000):
            try:
                sign(petition, name="Ana", email=f"a{number}.{turn}@example.org")
            except NotOpen:
                refused.append(timezone.now())
                if len(refused) > 10 * SIGNERS:
                    return
    finally:
        connections.close_all()


@pytest.mark.usefixtures("real_transactions")
def test_closing__none_is_stored_at_or_after_its_moment(django_db_blocker):
    with django_db_blocker.unblock():
        petition = make_petition(closes_at=timezone.now() + timedelta(seconds=2))
        refused = []
        threads = [
            Thread(target=sign_until_refused, args=(petition, number, refused))
            for number in range(SIGNERS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        stored = Signature.objects.filter(petition=petition)
        assert stored.exists()
        assert refused
        assert not stored.filter(created_at__gte=F("petition__closes_at")).exists()


@pytest.mark.parametrize("wrong_by", [timedelta(days=1), -timedelta(days=1)])
def test_closing__clock_of_the_web_server_is_wrong(db, wrong_by, connection_vendor):
    """PostgreSQL judges by its own clock; with SQLite there is one machine and one clock."""
    if connection_vendor != "postgresql":
        pytest.skip("SQLite has no clock but this machine's")
    closed = make_petition(closes_at=timezone.now() - HOUR)
    open_still = make_petition(closes_at=timezone.now() + HOUR)
    with time_machine.travel(timezone.now() + wrong_by):
        forgetting.forget()
        with pytest.raises(NotOpen):
            sign(closed, name="Ana", email="ana@example.org")
        assert sign(open_still, name="Ana", email="ana@example.org").created


def pending_token(petition):
    row, raw = MailToken.make(make_signature(petition).pk, "confirm")
    row.save()
    return raw


@pytest.mark.parametrize(("hours", "counts"), [(23, True), (25, False)])
def test_closing__pending_may_confirm_for_a_day(db, hours, counts):
    petition = make_petition(confirm_by_mail=True)
    raw = pending_token(petition)
    type(petition).objects.update(closes_at=timezone.now() - timedelta(hours=hours))
    assert (confirm_signature(raw_token=raw) is not None) is counts
    assert Signature.objects.get().state == ("confirmed" if counts else "pending")


def test_closing__late_signer_is_told_and_nothing_is_stored(db, post):
    answer = post(make_petition(closes_at=timezone.now() - HOUR))
    assert answer.status_code == 409
    assert "Nothing was stored: signing has ended" in answer.content.decode()
    assert not Signature.objects.exists()


def test_closing__late_signer_in_an_embed_stays_in_the_frame(db, post):
    petition = make_petition(closes_at=timezone.now() - HOUR)
    answer = post(petition, form_token=token_for(petition, embed=True))
    assert answer["Location"] == f"/embed/petition/{petition.slug}/"


STATES = {
    "won": ({"won_at": -1, "victory_text": "Oakland banned it."}, "Oakland banned it.", "We won"),
    "closed": ({"closes_at": -1, "closed_text": "We hand it over."}, "We hand", "has ended"),
    "ahead": ({"opens_at": 1}, "Signing opens on", "Signing opens soon"),
}


@pytest.mark.parametrize("path", ["/petitions/{}/", "/embed/petition/{}/"])
@pytest.mark.parametrize("state", STATES)
def test_state__is_said_in_place_of_the_form(db, client, path, state):
    values, words, heading = STATES[state]
    now = timezone.now()
    moments = {k: now + v * HOUR if isinstance(v, int) else v for k, v in values.items()}
    petition = make_petition(**moments)
    page = client.get(path.format(petition.slug)).content.decode()
    main = page[page.index("<main") : page.index("</main")]
    assert words in main
    assert heading in main
    assert "<form" not in main


def test_state__number_of_what_is_over_is_final(db, client):
    petition = make_petition(won_at=timezone.now() - HOUR, victory_text="Won.")
    PetitionCount.objects.create(petition=petition, confirmed=48213, as_of=timezone.now())
    page = client.get(petition.get_absolute_url()).content.decode()
    assert '<strong class="count__number">48,213</strong> people signed.' in page
    assert "<progress" not in page


def test_state__open_says_until_when(db, client):
    petition = make_petition(closes_at=timezone.now() + HOUR)
    assert "You can sign until" in client.get(petition.get_absolute_url()).content.decode()


def test_count__says_how_many_are_on_paper(db, client):
    petition = make_petition()
    PetitionCount.objects.create(
        petition=petition, confirmed=100, on_paper=30, as_of=timezone.now()
    )
    assert "Including 30 on paper." in client.get(petition.get_absolute_url()).content.decode()


def test_goal__reached_is_said(db, client):
    petition = make_petition(goal_mode="fixed", goal=50, goal_reason="We march.")
    PetitionCount.objects.create(petition=petition, confirmed=60, as_of=timezone.now())
    page = client.get(petition.get_absolute_url()).content.decode()
    assert "The goal of 50 signatures is reached." in page
    assert "We march." in page


def test_goal__counts_confirmed_signatures_where_mails_confirm(db, client):
    petition = make_petition(goal_mode="fixed", goal=50, goal_reason="Go.", confirm_by_mail=True)
    page = client.get(petition.get_absolute_url()).content.decode()
    assert "Goal: 50 confirmed signatures." in page
