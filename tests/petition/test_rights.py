import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail import hooks

from campaign_blocks.kit.personal_data import PersonalData
from campaign_blocks.petition.models import (
    AddressKey,
    Consent,
    Erasure,
    Export,
    ExportChunk,
    Letter,
    LetterText,
    MailToken,
    OutboxMessage,
    Petition,
    Signature,
    Suppression,
)
from campaign_blocks.petition.services import export
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.expire import destroy_keys, expire_pending
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from campaign_blocks.petition.services.withdraw import withdraw
from tests.petition.factories import make_organization, make_petition, make_signature


def test_erase__counted_stays_counted_without_a_name(petition):
    make_signature(petition, email="ana@example.org", message="Mine", source="x", opt_in=True)
    judge()
    roll_up()
    call_command("erase_person", "ANA+x@example.org")
    row = Signature.objects.get()
    assert row.state == "erased"
    assert (row.name, row.email, row.postal_code, row.message, row.source) == ("",) * 5
    assert not Consent.objects.exists()
    assert not OutboxMessage.objects.exists()
    assert [one.drift for one in audit()] == [0]
    assert Suppression.objects.get().reason == "erased"


def test_erase__never_counted_is_deleted(db):
    make_signature(make_petition(confirm_by_mail=True), email="ana@example.org")
    call_command("erase_person", "ana@example.org")
    assert not Signature.objects.exists()


def test_erase__again_changes_nothing(petition, capsys):
    make_signature(petition, email="ana@example.org")
    call_command("erase_person", "ana@example.org")
    before = list(Signature.objects.values()), list(Erasure.objects.values())
    call_command("erase_person", "ana@example.org")
    assert (list(Signature.objects.values()), list(Erasure.objects.values())) == before
    assert capsys.readouterr().out.splitlines()[-1] == "emptied: 0, deleted: 0"


def test_erase__dry_run_says_what_a_run_does_and_changes_nothing(petition, capsys):
    make_signature(petition, email="ana@example.org", opt_in=True)
    make_signature(make_petition(confirm_by_mail=True), email="ana@example.org")
    call_command("erase_person", "ana@example.org", "--dry-run")
    assert Signature.objects.filter(name="Ana").count() == 2
    assert not Suppression.objects.exists()
    assert not Erasure.objects.exists()
    call_command("erase_person", "ana@example.org")
    dry, done, _proof = capsys.readouterr().out.splitlines()
    assert dry.replace("would be ", "") == done
    assert done == "emptied: 1, deleted: 1, consents: 2, mails: 2"


@pytest.mark.parametrize(
    "spelling",
    [
        "ANA.RUIZ@GMAIL.COM",
        "anaruiz+x@googlemail.com",
        "a.n.a.ruiz@gmail.com",
        " anaruiz@gmail.com. ",
    ],
)
def test_erase__any_spelling(petition, spelling):
    make_signature(petition, email="anaruiz@gmail.com")
    call_command("erase_person", spelling)
    assert Signature.objects.get().state == "erased"


def test_erase__whole_household_of_one_mailbox(db):
    petition = make_petition(household_mailbox=True)
    for name in ("Ana", "Bo", "Cy"):
        make_signature(petition, email="home@example.org", name=name)
    call_command("erase_person", "home@example.org")
    assert set(Signature.objects.values_list("state", "name")) == {("erased", "")}


@pytest.mark.parametrize("state", ["pending", "suspect", "invalidated", "expired"])
def test_erase__not_counted_in_any_state_is_deleted(db, state):
    make_signature(make_petition(confirm_by_mail=True), email="ana@example.org")
    if state != "pending":
        Signature.objects.update(state=state)
    call_command("erase_person", "ana@example.org")
    judge()
    roll_up()
    assert not Signature.objects.exists()
    assert [one.drift for one in audit()] == [0]


def test_erase__names_who_should_be_told_and_never_the_person(petition, capsys):
    group, other = make_organization(name="Group X"), make_organization(name="Group Y")
    answers = {group.pk: True, other.pk: False}
    make_signature(petition, email="ana@example.org", organization_opt_ins=answers)
    call_command("erase_person", "ana@example.org")
    said = capsys.readouterr().out
    assert "tell: Group X" in said
    assert "Group Y" not in said
    assert "proof: erasure" in said
    assert "ana@" not in said.lower()


def test_erase__paper_signature_without_an_address(petition):
    row = make_signature(petition)
    call_command("erase_person", signature=row.pk)
    assert Signature.objects.get().state == "erased"


@pytest.mark.parametrize("arguments", [{}, {"signature": 999}, {"replay": Path("/nowhere/at-all")}])
def test_erase__wrong_arguments(db, arguments):
    with pytest.raises(CommandError):
        call_command("erase_person", **arguments)


def test_erase__finished_files_go(petition, admin_user):
    make_signature(petition, email="ana@example.org")
    made = Export.objects.create(
        user=admin_user, format="csv", reason="x", state="ready", made_at=timezone.now()
    )
    ExportChunk.objects.create(export=made, number=0, body=b"Ana")
    call_command("erase_person", "nobody@example.org")
    assert ExportChunk.objects.exists()
    call_command("erase_person", "ana@example.org")
    assert not ExportChunk.objects.exists()


def test_erase__a_door_that_fails_undoes_everything(petition):
    make_signature(petition, email="ana@example.org")

    def fail(person):
        raise RuntimeError

    broken = PersonalData(name="x", label="x", rows=lambda person: [], erase=fail)
    door = hooks.register_temporarily("register_personal_data", lambda: broken)
    with door, pytest.raises(RuntimeError):
        call_command("erase_person", "ana@example.org")
    assert Signature.objects.get().name == "Ana"


def test_export__holds_everything_agreed_to(petition, capsys):
    make_signature(petition, email="ana@example.org", message="Mine", opt_in=True)
    make_signature(petition, email="bo@example.org")
    call_command("export_person", "ana@example.org")
    (row,) = json.loads(capsys.readouterr().out)["signatures"]
    assert (row["petition"], row["name"], row["message"]) == ("Ban it", "Ana", "Mine")
    (consent,) = row["consents"]
    assert consent["text"] == "Yes, email me about this campaign"
    assert len(consent["sha256"]) == 64


def test_export__names_every_column_of_a_signature():
    row = Signature(pk=1, petition=Petition(), created_at=timezone.now())
    row._prefetched_objects_cache = {"consents": [], "messages": [], "tokens": []}
    told = export.signature(row)
    named = {
        "id": "signature",
        "public": "may_be_shown",
        "shown_at": "shown_since",
        "hidden_at": "kept_out_since",
        "address_block": "digest_of_sender",
        "created_at": "signed_at",
        "judged_at": "checked_at",
        "held_at": "held_since",
    }
    ours = {"fingerprint", "person", "held_from"}
    columns = {field.name for field in Signature._meta.concrete_fields} - ours
    assert {named.get(name, name) for name in columns} - set(told) == set()


def test_export__recipients_with_the_time_they_might_write(petition):
    group = make_organization(name="Group X", privacy_url="https://x.example/privacy")
    row = make_signature(petition, email="ana@example.org", organization_opt_ins={group.pk: True})
    (recipient,) = export.export_person(email="ana@example.org")["recipients"]
    assert (recipient["organization"], recipient["until"]) == ("Group X", None)
    withdraw(signatures=Signature.objects.filter(pk=row.pk), method="withdrawn")
    (recipient,) = export.export_person(email="ana@example.org")["recipients"]
    assert recipient["until"] is not None


def test_letters__are_told_and_go_with_the_person(petition):
    row = make_signature(petition, email="ana@example.org")
    recipient = petition.letter_recipients.create(
        target="t1", name="Ron Wyden", title="Senator", next_letter_at=timezone.now()
    )
    text = LetterText.objects.create(subject="Hi", body="Mine", own_words=True)
    Letter.objects.create(
        signature=row, recipient=recipient, text=text, channel="print", created_at=timezone.now()
    )
    (letter,) = export.export_person(email="ana@example.org")["letters"]
    assert (letter["to"], letter["text"]) == ("Senator Ron Wyden", "Mine")
    call_command("erase_person", "ana@example.org")
    assert not LetterText.objects.exists()


def test_export__to_a_file_that_only_its_owner_reads(petition, tmp_path):
    make_signature(petition, email="ana@example.org")
    path = tmp_path / "ana.json"
    call_command("export_person", "ana@example.org", output=path)
    assert json.loads(path.read_text())["signatures"][0]["name"] == "Ana"
    assert path.stat().st_mode & 0o777 == 0o600


def test_expire__after_thirty_days(db):
    signature = make_signature(make_petition(confirm_by_mail=True))
    MailToken.make(signature.pk, "confirm")[0].save()
    assert expire_pending() == 0
    Signature.objects.update(created_at=timezone.now() - timedelta(days=31))
    assert expire_pending() == 1
    assert Signature.objects.get().state == "expired"
    assert not MailToken.objects.exists()
    assert not OutboxMessage.objects.exists()
    assert expire_pending() == 0


def test_keys__are_destroyed_after_thirty_days(db):
    today = timezone.now().date()
    for days in (0, 29, 31):
        AddressKey.objects.create(day=today - timedelta(days=days), key=b"k" * 32)
    assert destroy_keys() == 1
    assert AddressKey.objects.count() == 2
