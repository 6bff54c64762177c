import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from scoreboard.models import Script, ScriptSet
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def bill():
    return make_bill()


@pytest.fixture
def staff(client, django_user_model):
    user = django_user_model.objects.create_user("editor", password="x")
    group = Group.objects.create(name="Writers")
    wanted = ["access_admin", "change_bill", "view_bill"]
    group.permissions.set(Permission.objects.filter(codename__in=wanted))
    user.groups.add(group)
    client.force_login(user)
    return client


def url(name, *arguments):
    return reverse(f"wagtailsnippets_scoreboard_scriptset:{name}", args=arguments)


def data(**values):
    empty = dict.fromkeys(("ask_call", "ask_post", "ask_message"), "")
    empty |= dict.fromkeys(("thank_call", "thank_post", "thank_message"), "")
    scripts = values.pop("scripts", [])
    formset = {"scripts-TOTAL_FORMS": len(scripts), "scripts-INITIAL_FORMS": 0}
    for number, (position, channel, text) in enumerate(scripts):
        formset |= {
            f"scripts-{number}-position": position,
            f"scripts-{number}-channel": channel,
            f"scripts-{number}-text": text,
        }
    return {**empty, **formset, **values}


def test_scripts__staff_write_texts_for_a_stance_and_a_channel(staff, bill):
    scripts = [("opposes", "call", "I ask {title} {last} to think again about {bill}.")]
    response = staff.post(url("edit", bill.pk), data(ask_post="Join {bill}!", scripts=scripts))
    assert response.status_code == 302
    bill.refresh_from_db()
    assert bill.ask_post == "Join {bill}!"
    assert [str(script) for script in Script.objects.all()] == ["Opposes, Phone call"]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (("opposes", "x", "Thank you for {bill}"), "take the thanks out"),
        (("sponsoring", "x", "Please sponsor {bill}"), "take the demand out"),
        (("opposes", "bluesky", "x" * 290), "Bluesky holds 300"),
        (("opposes", "x", "x" * 290), "X holds 280"),
        (("opposes", "call", "no " * 61), "a call holds 60"),
        (("opposes", "call", "{lsat}"), "Nothing is filled in for {lsat}"),
        (("opposes", "x", "From {zip}"), "Nothing is filled in for {zip}"),
    ],
)
def test_scripts__what_cannot_be_said_to_everybody_is_refused_at_its_field(
    staff, bill, script, words
):
    make_legislator("Ada Longlastname-Longerlastname")
    response = staff.post(url("edit", bill.pk), data(scripts=[script]))
    assert response.status_code == 200
    page = BeautifulSoup(response.text, "html.parser")
    assert words in page.select_one("#inline_child_scripts-0").text
    assert not Script.objects.exists()


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("sponsoring", ["What Sen. Blue is told", "Thank you for standing"]),
        ("opposes", ["What Sen. Red is told", "Please sponsor S.4084", "of 280 characters"]),
    ],
)
def test_preview__of_unsaved_texts_for_a_sample_person_of_each_stance(staff, bill, mode, words):
    make_stance(bill, make_legislator("Ada Blue"))
    make_stance(bill, make_legislator("Bob Red"), "opposes", evidence_url="https://example.org/")
    make_legislator("Cleo Longestnameofall")
    address = url("preview_on_edit", bill.pk)
    assert staff.post(address, data()).json()["is_valid"]
    text = " ".join(staff.get(address, {"mode": mode}).text.split())
    for part in words:
        assert part in text


def test_preview__what_is_too_long_is_shown_with_its_number(staff, bill):
    address = url("preview_on_edit", bill.pk)
    posted = data(scripts=[("opposes", "x", "y" * 300)])
    assert staff.post(address, posted).json()["is_valid"]
    text = staff.get(address, {"mode": "opposes"}).text
    assert "Too long" in text and "y" * 300 in text
    assert not Script.objects.exists()


def test_scripts__are_neither_added_nor_deleted_here(staff, bill):
    assert staff.get(url("list")).status_code == 200
    assert staff.get(url("add")).status_code == 302
    staff.post(url("delete", bill.pk))
    assert ScriptSet.objects.count() == 1
