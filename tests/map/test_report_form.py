"""Reporting a place: what visitors see, and what an attacker gets."""

import re

import pytest

from campaign_blocks.kit.public_forms.token import PublicToken
from campaign_blocks.map.models import Report
from tests.hostile.lists import entries
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
WORDS = {
    "what": "The police scan faces at the station.",
    "city": "Fresno",
    "area": "CA",
    "source_url": "https://example.org/news",
    "email": "ana@example.org",
}


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def send(client, faces):
    def run(about=None, token=None, headers=None, **words):
        number = about.pk if about else 0
        signed = PublicToken(purpose=f"map.report:{faces.pk}:{number}").sign()
        address = f"/map/places/{number}/report/" if about else "/map/report/"
        data = {**WORDS, "form_token": signed if token is None else token, **words}
        return client.post(address, data, headers=headers or {})

    return run


def test_report__a_shared_page_with_a_token_of_its_own(client, faces):
    answer = client.get("/map/report/")
    token = re.search(r'name="form_token"[^>]*value="([^"]+)"', answer.content.decode())[1]
    assert client.post("/map/report/", {**WORDS, "form_token": token}).status_code == 303
    assert "public" in answer["Cache-Control"] and not answer.cookies
    assert b"csrf" not in answer.content


def test_report__is_stored_and_nobody_is_named_in_the_answer(send):
    answer = send()
    assert (answer.status_code, answer["Location"]) == (303, "/map/report/thanks/")
    assert not answer.cookies
    report = Report.objects.get()
    assert (report.city, report.area, report.state) == ("Fresno", "CA", "waiting")


def test_report__about_a_place_asks_only_what_is_wrong(client, faces, send):
    place = make_place(faces, city="Oakland")
    html = client.get(f"/map/places/{place.pk}/report/").content.decode()
    assert "What is wrong?" in html and 'name="city"' not in html
    send(about=place, what="It ended in 2024.")
    report = Report.objects.get()
    assert (report.about, report.city, report.area) == (place, "Oakland", "CA")


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"origin": "null"}])
def test_report__from_a_page_of_somebody_else(send, headers):
    assert send(headers=headers).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize("token", ["", "forged"])
def test_report__without_a_token_keeps_what_was_typed(send, client, token):
    answer = send(token=token)
    html = answer.content.decode()
    assert answer.status_code == 422 and "The police scan faces" in html
    fresh = re.search(r'name="form_token"[^>]*value="([^"]+)"', html)[1]
    assert send(token=fresh).status_code == 303
    assert Report.objects.count() == 1


def test_report__token_of_another_place_is_none(send, faces):
    other = PublicToken(purpose=f"map.report:{faces.pk}:{make_place(faces).pk}").sign()
    assert send(token=other).status_code == 422


def test_report__trap_is_told_what_all_are_told(send):
    assert send(website="https://spam.example").status_code == 303
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("what", "", "Say what is happening there"),
        ("what", "x" * 1501, "Shorten this"),
        ("city", "", "Enter the city"),
        ("city", "Fres\u202eno", "be shown"),
        ("area", "", "Choose from the list"),
        ("area", "ZZ", "Choose from the list"),
        ("source_url", "", "Enter the link to a source"),
        ("source_url", "javascript:alert(1)", "Enter a link like"),
        ("source_url", "data:text/html,x", "Enter a link like"),
        ("email", "ana@", "Enter an email address like"),
    ],
)
def test_report__fault_is_named_above_and_at_the_field(send, field, value, words):
    answer = send(**{field: value})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error:" in html and html.count(words) >= 2
    assert f'aria-describedby="report-{field}' in html or f'id="report-{field}' in html
    assert not Report.objects.exists()


def test_report__address_without_a_scheme_is_understood(send):
    send(source_url="example.org/news")
    assert Report.objects.get().source_url == "https://example.org/news"


@pytest.mark.parametrize("address", entries("emails_refused.txt"))
def test_report__hostile_address_stores_nothing_odd(send, address):
    answer = send(email=address)
    assert answer.status_code in {303, 422}
    for report in Report.objects.all():
        assert "\n" not in report.email and report.email.count("@") in {0, 1}


TYPABLE = [w for w in entries("names_refused.txt") if not any("\ud800" <= c <= "\udfff" for c in w)]


@pytest.mark.parametrize("words", TYPABLE)
def test_report__hostile_words_are_text(send, client, words):
    assert send(city=words).status_code in {303, 422}


def test_report__too_big_and_unreadable(client, faces):
    assert client.post("/map/report/", {**WORDS, "what": "x" * 200_000}).status_code == 413
    bad = client.post("/map/report/", b"\x00", content_type="multipart/form-data; boundary=x")
    assert bad.status_code in {400, 422}
    assert not Report.objects.exists()


def test_report__two_answers_to_one_question(client, faces):
    assert client.post("/map/report/", {**WORDS, "city": ["A", "B"]}).status_code == 422


def test_report__who_sends_many_is_put_aside_and_not_told(send, settings):
    settings.RATE_EXEMPT_LOOPBACK = False
    answers = {send(what=f"Report {n}").status_code for n in range(7)}
    assert answers == {303}
    states = list(Report.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["waiting"] * 5 + ["suspect"] * 2


def test_report__map_that_takes_none(client, faces):
    faces.takes_reports = False
    faces.save()
    place = make_place(faces)
    assert client.get("/map/report/").status_code == 404
    assert client.get(f"/map/places/{place.pk}/report/").status_code == 404


def test_report__place_in_review_is_not_named(client, faces):
    hidden = make_place(faces, live=False)
    assert client.get(f"/map/places/{hidden.pk}/report/").status_code == 404


def test_report__thanks_page_is_shared(client, db):
    answer = client.get("/map/report/thanks/")
    assert answer.status_code == 200 and "public" in answer["Cache-Control"]
