"""Floods, crowds and curious people at the sign form: what each of them gets, sees and learns."""

import os
import re
import secrets
from datetime import timedelta
from ipaddress import ip_address

import pytest
from django.db.models import Sum
from django.utils import timezone
from time_machine import travel

from campaign_blocks.petition.models import CountDelta, OutboxMessage, Signature, Suppression
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_petition, make_signature, token_for

CROWD = 500 if os.environ.get("FAULTS") == "full" else 60
OURS = "203.0.113.7"


@pytest.fixture(autouse=True)
def limits(settings):
    settings.SIGN_RATE_LIMIT, settings.CROWD_LIMIT = "5/5m", 600
    settings.TRUSTED_PROXIES = 1


@pytest.fixture
def page(post, db):
    """Signs on a page that was opened half a minute ago; `path` are the hops of the request."""

    def sign(petition, path=OURS, headers=None, **values):
        with travel(timezone.now() - timedelta(seconds=30)):
            token = token_for(petition)
        headers = {"x-forwarded-for": path, **(headers or {})}
        return post(petition, headers=headers, form_token=token, **values)

    return sign


def judge_all():
    while judge():
        pass


def counted():
    return CountDelta.objects.aggregate(sum=Sum("amount"))["sum"] or 0


def deliver_all():
    worker = Delivery()
    while worker.run():
        pass


# A flood


def test_flood__without_a_token_stores_nothing(petition, post):
    for n in range(30):
        token = secrets.choice(["", "x", "1:0:0:0::AAAA:BBBB", token_for(make_petition())])
        answer = post(petition, email=f"f{n}@gmail.com", form_token=token)
        assert answer.status_code == 422
    assert not Signature.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_flood__with_a_token_from_one_address_counts_five(petition, page):
    answers = {page(petition, email=f"f{n}@gmail.com").status_code for n in range(40)}
    judge_all()
    assert answers == {303}
    assert counted() == 5
    assert Signature.objects.filter(suspect_for="address").count() == 35


def test_flood__beyond_a_crowd_gets_no_mail(petition, page, settings, mailoutbox):
    settings.CROWD_LIMIT = 10
    for n in range(40):
        page(petition, email=f"f{n}@gmail.com")
    judge_all()
    deliver_all()
    assert len(mailoutbox) == 10


@pytest.mark.parametrize("trusted", [0, 1])
def test_flood__invented_hops_are_one_client(petition, page, settings, trusted):
    settings.TRUSTED_PROXIES = trusted
    for n in range(40):
        lie = str(ip_address(secrets.randbits(32)))
        headers = {"forwarded": f"for={lie}", "x-real-ip": lie, "client-ip": lie}
        page(petition, path=f"{lie}, {OURS}", headers=headers, email=f"f{n}@gmail.com")
    judge_all()
    assert len(set(Signature.objects.values_list("address_block", flat=True))) == 1
    assert counted() == 5


# A crowd behind one address


@pytest.mark.parametrize("by_mail", [False, True])
def test_crowd__everybody_finishes(page, client, mailoutbox, by_mail):
    petition = make_petition(confirm_by_mail=by_mail)
    for n in range(CROWD):
        page(petition, email=f"student{n}@gmail.com")
    judge_all()
    assert counted() == (0 if by_mail else 5)
    deliver_all()
    asked = [link for mail in mailoutbox for link in links_in(mail)]
    for link in asked:
        assert client.get(link).status_code == 200
        assert client.post(link).status_code == 302
    assert len(asked) == (CROWD if by_mail else CROWD - 5)
    assert counted() == CROWD
    assert set(Signature.objects.values_list("state", flat=True)) == {"confirmed"}


def links_in(mail):
    return re.findall(r"https?://[^/\s]+(/confirm/[\w-]+/)", mail.body)


@pytest.fixture
def suspect(petition, page, mailoutbox):
    """One who came sixth, and the link in her mail."""
    for n in range(6):
        page(petition, email=f"s{n}@gmail.com")
    judge_all()
    deliver_all()
    (link,) = [link for mail in mailoutbox for link in links_in(mail)]
    return Signature.objects.get(state="suspect"), link


def test_suspect__a_look_at_the_link_counts_nothing(suspect, client):
    for method in (client.get, client.head, client.options):
        method(suspect[1])
    assert counted() == 5


def test_suspect__presses_once_and_is_thanked_once(suspect, client, mailoutbox):
    row, link = suspect
    assert [client.post(link).status_code for _ in range(3)] == [302, 404, 404]
    deliver_all()
    assert counted() == 6
    kinds = row.messages.filter(state="sent").values_list("kind", flat=True)
    assert sorted(kinds) == ["confirm", "thanks"]


@pytest.mark.parametrize("state", ["suspect", "invalidated"])
def test_suspect__held_by_staff_stays_held(suspect, client, state):
    row, link = suspect
    change_state(ids=[row.pk], to="confirmed")
    change_state(ids=[row.pk], to=state, why="staff")
    assert client.post(link).status_code == 404
    row.refresh_from_db()
    assert row.state == state


def test_suspect__mail_says_what_every_confirmation_says(suspect, mailoutbox):
    mail = next(mail for mail in mailoutbox if links_in(mail))
    assert "Somebody signed" in mail.body
    assert "suspect" not in mail.body.lower()


# A curious person


def visible(answer):
    """Status, every header and the length of the body."""
    return answer.status_code, sorted(answer.headers.items()), len(answer.content)


@pytest.fixture(params=[False, True], ids=["at_once", "by_mail"])
def known_people(request, page):
    """A petition and one mailbox for each thing that could be known about it."""
    petition = make_petition(confirm_by_mail=request.param)
    people = {state: f"{state}@gmail.com" for state in ("signed", "suspect", "held", "expired")}
    for number, email in enumerate([*people.values(), "gone@gmail.com"]):
        make_signature(petition, email=email, address_block=bytes([number]) * 16)
    judge_all()
    rows = {row.email.partition("@")[0]: row for row in Signature.objects.all()}
    change_state(ids=[rows["suspect"].pk], to="suspect", why="address")
    change_state(ids=[rows["held"].pk], to="invalidated")
    if request.param:
        change_state(ids=[rows["expired"].pk], to="expired")
    Suppression.objects.create(fingerprint=rows["gone"].fingerprint, reason="unsubscribed")
    return petition, [*people.values(), "gone@gmail.com"]


def test_answer__is_the_same_for_everybody(known_people, page):
    petition, known = known_people
    answers = [page(petition, email=email) for email in ["new@gmail.com", *known]]
    crowded = [page(petition, email=f"c{n}@gmail.com") for n in range(8)]
    trapped = page(petition, email="bot@gmail.com", website="http://x.example")
    seen = [visible(one) for one in [*answers, *crowded, trapped]]
    assert seen.count(seen[0]) == len(seen)
    assert seen[0][0] == 303


def test_answer__leads_to_a_page_of_nobody(known_people, page, client):
    petition, known = known_people
    bodies = {client.get(page(petition, email=email)["Location"]).content for email in known}
    assert len(bodies) == 1
