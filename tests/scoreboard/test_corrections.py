"""A visitor reports what is wrong; staff decide."""

import pytest

from campaign_blocks.kit.public_forms import token as tokens
from scoreboard.corrections.form import token_for
from scoreboard.models import Correction, CorrectionState
from scoreboard.services import corrections
from scoreboard.services.corrections import decide, report_correction
from tests.scoreboard.factories import make_bill, make_legislator

pytestmark = pytest.mark.django_db
URL = "/scoreboard/ada-moreno/correction/"


@pytest.fixture
def person():
    return make_legislator("Ada Moreno", slug="ada-moreno")


@pytest.fixture
def send(client, person, time_machine):
    time_machine.move_to("2026-03-02T12:00:00Z")

    def send(*, seconds=10, headers=None, **values):
        token = values.pop("form_token", token_for(person).sign())
        time_machine.shift(seconds)
        data = {"subject": "contact", "words": "The phone is old.", "form_token": token}
        return client.post(URL, {**data, **values}, headers=headers)

    return send


def test_page__is_cached_and_sets_no_cookie(client, person):
    response = client.get(URL)
    assert "Ada Moreno" in response.text
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert "csrf" not in response.text


def test_report__reaches_staff_and_nothing_of_the_visitor_is_kept(send, person):
    bill = make_bill()
    response = send(evidence_url="example.org/phone")
    assert (response.status_code, response["Location"]) == (303, f"{URL}thanks/")
    report = Correction.objects.get()
    assert (report.legislator, report.bill, report.state) == (person, bill, "new")
    assert report.evidence_url == "https://example.org/phone"
    assert not response.cookies


def test_thanks__leads_back(client, person):
    assert "Back to Ada Moreno" in client.get(f"{URL}thanks/").text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"words": ""}, "Say what is wrong."),
        ({"words": "x" * 1001}, "Say it in 1,000 characters."),
        ({"words": "a\0b"}, "Null characters"),
        ({"evidence_url": "javascript:alert(1)"}, "Enter a web address"),
        ({"subject": "other thing"}, "not one of the available choices"),
        ({"form_token": "forged"}, "open for too long"),
        ({"form_token": ""}, "open for too long"),
    ],
)
def test_report__what_is_wrong_is_said_and_the_words_kept(send, values, words):
    response = send(**values)
    assert response.status_code == 422
    assert words in response.text
    assert not Correction.objects.exists()
    if "words" not in values:
        assert "The phone is old." in response.text


def test_report__a_token_of_another_person(send):
    other = make_legislator("Ruth Lind")
    assert send(form_token=token_for(other).sign()).status_code == 422


def test_report__a_token_of_last_week(send):
    assert send(seconds=tokens.LONGEST_LIFE + 60).status_code == 422


def test_report__faster_than_anybody_writes(send):
    assert send(seconds=0).status_code == 422


def test_report__a_machine_is_thanked_and_forgotten(send):
    assert send(website="https://spam.example").status_code == 303
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_report__not_from_another_site(send, headers):
    assert send(headers=headers).status_code == 403


def test_report__from_our_own_page(send):
    assert send(headers={"Origin": "http://testserver"}).status_code == 303


def test_report__twice_is_kept_once(send):
    send()
    send()
    assert Correction.objects.count() == 1


def test_report__a_flood_ends(send, monkeypatch):
    monkeypatch.setattr(corrections, "MOST_AN_HOUR", 2)
    answers = [send(words=f"wrong {number}").status_code for number in range(3)]
    assert answers == [303, 303, 429]


def test_page__of_nobody(client):
    assert client.get("/scoreboard/nobody/correction/").status_code == 404


def test_decide__says_who_and_when(person, django_user_model):
    user = django_user_model.objects.create_user("ed", "e@example.org", "x")
    report = report_correction(legislator=person, subject="other", words="wrong")
    decide(correction=report, state=CorrectionState.ACCEPTED, by=user)
    assert report.decided_by == user
    decide(correction=report, state=CorrectionState.NEW, by=user)
    assert (report.decided_by, report.decided_at) == (None, None)
