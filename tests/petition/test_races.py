"""Many at once, on the database that is under test; nothing here runs inside one transaction."""

from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client

from campaign_blocks.petition.models import (
    Consent,
    CountDelta,
    MailToken,
    OutboxMessage,
    PetitionCount,
    Signature,
)
from campaign_blocks.petition.models.choices import TokenPurpose
from campaign_blocks.petition.services import deliver, store_postgresql, store_sqlite
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import form_data, make_petition, make_signature, sign

pytestmark = pytest.mark.usefixtures("real_transactions")
OURS = {"origin": "http://testserver"}
CROWD = 200
SPELLINGS = [
    "maria.garcia@gmail.com",
    "MARIAGARCIA@gmail.com",
    "mariagarcia+a@gmail.com",
    "m.ariagarcia@googlemail.com",
    "mariagarcia@gmail.com.",
]


def together(work, items, workers=8):
    """Results and no exception: an error in a thread is an error of the test."""

    def one(item):
        try:
            return work(item)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(one, items))


def test_sign__one_mailbox_from_all_sides_is_one_row():
    petition = make_petition()
    results = together(
        lambda email: sign(petition, name="M", email=email).created,
        islice(cycle(SPELLINGS), 60),
    )
    assert results.count(True) == 1
    assert Signature.objects.count() == Consent.objects.count() == CountDelta.objects.count() == 1
    assert OutboxMessage.objects.filter(kind="thanks").count() == 1
    assert OutboxMessage.objects.filter(kind="already_signed").count() <= 1


@pytest.mark.parametrize("confirm", [True, False])
def test_sign__one_form_posted_a_hundred_times_is_one_signature(confirm, mailoutbox):
    petition = make_petition(confirm_by_mail=confirm)
    data = form_data(petition)

    def post(_n):
        answer = Client().post(f"/petitions/{petition.slug}/sign/", data, headers=OURS)
        return answer.status_code, answer.headers["Location"], answer.content

    assert len(set(together(post, range(100)))) == 1
    judge()
    deliver.Delivery().run()
    assert Signature.objects.count() == Consent.objects.count() == len(mailoutbox) == 1


def test_sign__many_people_and_a_worker_count_exactly():
    petition = make_petition()

    def work(n):
        if n % 10 == 9:
            judge()
            return roll_up()
        return sign(petition, name="M", email=f"m{n}@example.org").created

    together(work, range(100))
    judge()
    roll_up()
    assert PetitionCount.objects.get().confirmed == Signature.objects.count() == 90
    assert not CountDelta.objects.exists()


def test_sign__two_hundred_at_the_same_moment_are_two_hundred():
    """A thread each, and none begins before all are there; the pool hands out its connections."""
    petition = make_petition()
    all_there = Barrier(CROWD)

    def work(n):
        all_there.wait(timeout=60)
        return sign(petition, name="M", email=f"m{n}@example.org").created

    assert together(work, range(CROWD), workers=CROWD) == [True] * CROWD
    assert Signature.objects.count() == Consent.objects.count() == CROWD
    assert OutboxMessage.objects.filter(kind="thanks").count() == CROWD
    while judge():
        pass
    roll_up()
    assert PetitionCount.objects.get().confirmed == CROWD
    assert not CountDelta.objects.exists()


def test_confirm__fifty_presses_count_once():
    signature = make_signature(make_petition(confirm_by_mail=True))
    token, raw = MailToken.make(signature.pk, TokenPurpose.CONFIRM)
    token.save()
    codes = together(lambda _n: Client().post(f"/confirm/{raw}/").status_code, range(50))
    assert sorted(set(codes)) == [302, 404]
    assert codes.count(302) == 1
    assert CountDelta.objects.count() == 1


def test_deliver__four_workers_send_each_mail_once(mailoutbox, monkeypatch):
    petition = make_petition()
    for _ in range(40):
        make_signature(petition)
    judge()
    monkeypatch.setattr(deliver, "BATCH", 3)

    def work(_n):
        worker = deliver.Delivery()
        while worker.run():
            pass

    together(work, range(4), workers=4)
    assert OutboxMessage.objects.filter(state="sent", attempts=1).count() == 40
    assert len({mail.to[0] for mail in mailoutbox}) == len(mailoutbox) == 40


def test_sign__crash_before_the_end_stores_nothing(monkeypatch):
    petition = make_petition()
    if connection.vendor == "postgresql":
        monkeypatch.setattr(
            "campaign_blocks.petition.services.store_postgresql.OUTBOX",
            "INSERT INTO petition_outboxmessage (kind, signature_id, target, state, attempts, "
            "next_attempt_at, created_at, missing) ",
        )
        store_postgresql.statement.cache_clear()
    else:
        monkeypatch.setattr(store_sqlite, "COUNT", "SELECT no_such_column, %s, %s, %s")
    with pytest.raises(Exception):  # noqa: B017  whatever breaks, nothing stays
        sign(petition, name="M", email="m@example.org")
    if connection.vendor == "postgresql":
        store_postgresql.statement.cache_clear()
    assert not Signature.objects.exists()
    assert not Consent.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_sign__one_statement_when_all_is_remembered(django_assert_num_queries):
    petition = make_petition()
    make_signature(petition)
    make_signature(petition)
    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 7):
        sign(petition, name="Bo", email="bo@example.org")
