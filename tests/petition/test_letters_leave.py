"""Names of constituents leave the house by the rule of every export: why, who, logged."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.letters import delivery, hand_over
from campaign_blocks.petition.models import Export, ExportLog, HandOver, LetterRecipient
from tests.petition.exporting import PAGE, staff
from tests.petition.letters import letter_petition
from tests.petition.test_letters_staff import HOME, ask, on_paper, to


@pytest.fixture
def officer(client, django_user_model, db):
    user = staff(django_user_model, "officer", "view_letter", "export_signature")
    client.force_login(user)
    return client


@pytest.fixture
def recipient(db):
    on_paper(letter_petition(), signers=3, name="Ana Ruiz")
    return LetterRecipient.objects.get()


def signed_in(django_user_model, minutes):
    django_user_model.objects.update(last_login=timezone.now() - timedelta(minutes=minutes))


def log():
    return ExportLog.objects.order_by("pk")


def part(client, number=1):
    return client.post(f"{HOME}download/{HandOver.objects.get().pk}/{number}/")


@pytest.mark.parametrize("form", ["pdf", "csv"])
def test_download__is_in_the_log_of_exports(officer, recipient, form):
    assert ask(officer, recipient, form=form).status_code == 200
    entry = log().get()
    assert (entry.username, entry.event, entry.rows) == ("officer", "fetched", 3)
    assert (entry.format, entry.reason) == (form, "For the meeting")
    assert entry.filter == {
        "petition": recipient.petition_id,
        "letters_to": recipient.name,
        "scope": "pile",
    }


def test_download__reason_stands_where_staff_look(officer, recipient):
    ask(officer, recipient)
    assert "For the meeting" in officer.get(to(recipient)).content.decode()
    page = officer.get(PAGE).content.decode()
    assert "For the meeting" in page
    assert f"letters_to: {recipient.name}" in page


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_download__without_a_reason_is_none(officer, recipient, reason):
    answer = ask(officer, recipient, reason=reason, scope="all")
    assert answer.status_code == 422
    assert answer.context["form"]["scope"].value() == "all"
    assert answer.context["form"].errors.keys() == {"reason"}
    assert b"Ana Ruiz" not in answer.content
    assert not HandOver.objects.exists()
    assert not log().exists()


def test_download__is_refused_without_a_fresh_login(officer, django_user_model, recipient):
    signed_in(django_user_model, 16)
    assert 'type="password"' in officer.get(to(recipient)).content.decode()
    for password in ("", "wrong"):
        answer = ask(officer, recipient, password=password)
        assert answer.status_code == 422
    assert "This is not your password." in answer.content.decode()
    assert not log().exists()


@pytest.mark.parametrize(("minutes", "password"), [(16, "pass-word-12"), (1, "")])
def test_download__shows_that_it_is_still_you(
    officer, django_user_model, recipient, minutes, password
):
    signed_in(django_user_model, minutes)
    assert ask(officer, recipient, password=password).status_code == 200
    assert log().count() == 1


@pytest.mark.parametrize("names", [["view_letter"], ["export_signature"]])
def test_download__needs_both_permissions(client, django_user_model, recipient, names):
    client.force_login(staff(django_user_model, "other", *names))
    assert ask(client, recipient).status_code == 302
    assert not log().exists()


def test_part__is_logged_as_well(officer, recipient, monkeypatch):
    monkeypatch.setattr(delivery, "NAMES_IN_A_PART", 2)
    ask(officer, recipient, form="pdf")
    assert "Part 2" in officer.get(to(recipient)).content.decode()
    assert part(officer, 2).status_code == 200
    assert part(officer, 3).status_code == 302
    first, second = log()
    assert (second.export, second.reason) == (first.export, "For the meeting")


@pytest.mark.parametrize("change", ["old", "no reason"])
def test_part__needs_a_new_reason(officer, recipient, monkeypatch, change):
    monkeypatch.setattr(delivery, "NAMES_IN_A_PART", 2)
    ask(officer, recipient, form="pdf")
    if change == "old":
        HandOver.objects.update(downloaded_at=timezone.now() - timedelta(hours=25))
    else:
        HandOver.objects.update(export=None)
    assert "Part 2" not in officer.get(to(recipient)).content.decode()
    assert part(officer).status_code == 404
    assert log().count() == 1


@pytest.mark.parametrize(("most", "told"), [(2, ["second@example.org"]), (3, [])])
def test_large__a_second_person_hears_of_it(
    officer, django_user_model, recipient, monkeypatch, most, told
):
    staff(django_user_model, "second", "export_signature")
    monkeypatch.setattr(hand_over, "AT_ONCE", most)
    ask(officer, recipient)
    assert [one.to[0] for one in mail.outbox] == told
    assert all("For the meeting" in one.body for one in mail.outbox)


def test_exports__offer_no_pdf_and_no_letters(officer, recipient):
    ask(officer, recipient)
    page = officer.get(PAGE)
    assert "pdf" not in dict(page.context["form"].fields["format"].choices)
    assert not page.context["mine"]
    assert Export.objects.get().state == "fetched"
