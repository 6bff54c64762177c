"""Every list of bad input against every form that signs: refused with the field named, the other
answers kept, nothing stored; and everything that people really type is taken."""

import time
from urllib.parse import urlencode

import pytest

from campaign_blocks.petition.models import Consent, OutboxMessage, Signature
from tests.hostile.lists import entries
from tests.petition.factories import form_data, make_petition, token_for

REFUSED = {
    "name": "names_refused.txt",
    "email": "emails_refused.txt",
    "postal_code": "postal_codes_refused.txt",
    "country": "countries_refused.txt",
    "phone": "phones_refused.txt",
    "comment": "messages_refused.txt",
    "message": "messages_refused.txt",
    "city": "cities_refused.txt",
    "s": "codes_refused.txt",
}
ACCEPTED = {
    "name": "names_accepted.txt",
    "email": "emails_accepted.txt",
    "phone": "phones_accepted.txt",
    "city": "cities_accepted.txt",
}
CASES = [(field, value) for field, name in REFUSED.items() for value in entries(name)]
TAKEN = [(field, value) for field, name in ACCEPTED.items() for value in entries(name)]
NAMES = [
    (field, value)
    for field in ("given_name", "family_name")
    for value in entries("names_refused.txt")
]
SETTINGS = {
    "letter_body": "Dear senator, please sponsor the bill.",
    "phone_mode": "optional",
    "phone_reason": "We text you once.",
    "comment_mode": "optional",
    "ask_public": True,
}
ANSWERS = {"public": "yes", "city": "Oakland"}
LONGEST_SECONDS = 1.0


@pytest.fixture
def whole_petition(db):
    """It asks for everything that a petition may ask."""
    return make_petition(**SETTINGS)


@pytest.fixture
def split_petition(db):
    return make_petition(**SETTINGS, split_name=True)


def encoded(text):
    return text.encode("utf-8", "surrogatepass")


def send(client, petition, **values):
    data = form_data(petition, **{**ANSWERS, "given_name": "Ana", **values})
    began = time.process_time()
    answer = client.post(
        f"/petitions/{petition.slug}/sign/",
        urlencode({name: encoded(value) for name, value in data.items()}),
        content_type="application/x-www-form-urlencoded",
        headers={"origin": "http://testserver"},
    )
    assert time.process_time() - began < LONGEST_SECONDS
    return answer


def assert_refused(answer, field):
    """At 413 nothing was read; else the field is named, and the other answers are still there."""
    assert answer.status_code in (413, 422)
    if answer.status_code == 422:
        page = answer.content.decode()
        form = answer.context["panel"].form
        assert list(form.errors) == [field]
        assert f'href="#{form[field].auto_id}"' in page
        assert 'value="Oakland"' in page or field == "city"
        assert 'value="ana@example.org"' in page or field == "email"
    assert not Signature.objects.exists()
    assert not Consent.objects.exists()
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(("field", "value"), CASES, ids=range(len(CASES)))
def test_sign__hostile_input_is_refused(client, whole_petition, field, value):
    assert_refused(send(client, whole_petition, **{field: value}), field)


@pytest.mark.parametrize(("field", "value"), NAMES, ids=range(len(NAMES)))
def test_sign__hostile_halves_of_a_name(client, split_petition, field, value):
    halves = {"name": None, "given_name": "Ana", "family_name": "Ruiz", field: value}
    assert_refused(send(client, split_petition, **halves), field)


@pytest.mark.parametrize(("field", "value"), CASES[::5], ids=range(len(CASES[::5])))
@pytest.mark.parametrize("kind", ["embed", "signup"])
def test_sign__the_same_in_embeds_and_signups(client, db, kind, field, value):
    """One form and one view serve all three; every fifth line shows that they still do."""
    petition = make_petition(**SETTINGS, kind="signup" if kind == "signup" else "petition")
    token = token_for(petition, embed=kind == "embed")
    assert_refused(send(client, petition, form_token=token, **{field: value}), field)


@pytest.mark.parametrize(("field", "value"), TAKEN, ids=range(len(TAKEN)))
def test_sign__what_people_type_is_taken(client, whole_petition, field, value):
    assert send(client, whole_petition, **{field: value}).status_code == 303
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("name", entries("names_accepted.txt"))
@pytest.mark.parametrize("field", ["given_name", "family_name"])
def test_sign__halves_of_names_that_people_have(client, split_petition, field, name):
    halves = {"name": None, "given_name": "Ana", "family_name": "Ruiz", field: name}
    assert send(client, split_petition, **halves).status_code == 303


@pytest.mark.parametrize(
    "value", ["", "[]", "yes,no", "YES", "on", "1", "{}", "<b>", "y" * 10_000, "yes\x00"]
)
@pytest.mark.parametrize("field", ["opt_in", "public"])
def test_sign__choices_are_words_of_ours(client, whole_petition, field, value):
    answer = send(client, whole_petition, **{field: value})
    if field == "public" and not value:
        assert answer.status_code == 303
    else:
        assert list(answer.context["panel"].form.errors) == [field]
        assert not Signature.objects.exists()


@pytest.mark.parametrize("code", entries("codes_refused.txt"))
def test_sign__hostile_code_in_the_address_of_our_page(client, whole_petition, code):
    """Her link was spoiled by somebody else: she signs, nothing of the code is kept or followed."""
    referer = "http://testserver/?" + urlencode({"s": encoded(code), "next": encoded(code)})
    answer = client.post(
        f"/petitions/{whole_petition.slug}/sign/?{referer.partition('?')[2]}",
        form_data(whole_petition, next=code.encode("utf-8", "replace").decode()),
        headers={"origin": "http://testserver", "referer": referer},
    )
    assert (answer.status_code, answer["Location"]) == (
        303,
        f"/petitions/{whole_petition.slug}/thanks/",
    )
    assert Signature.objects.get().source == ""


@pytest.mark.parametrize(
    ("files", "least"),
    [
        (("names_refused",), 40),
        (("names_accepted",), 30),
        (("emails_refused",), 50),
        (("emails_accepted",), 15),
        (("postal_codes_refused", "phones_refused", "countries_refused", "cities_refused"), 40),
        (("messages_refused",), 24),
        (("codes_refused",), 45),
    ],
)
def test_lists__are_long_enough_and_say_nothing_twice(files, least):
    for file in files:
        lines = entries(f"{file}.txt")
        assert len(set(lines)) == len(lines)
    assert sum(len(entries(f"{file}.txt")) for file in files) >= least
