import json
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from campaign_blocks.petition.models import (
    AddressKey,
    Consent,
    MailToken,
    OutboxMessage,
    Signature,
    Suppression,
)
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.expire import destroy_keys, expire_pending
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_petition, make_signature


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
    call_command("erase_person", "ana@example.org")
    assert capsys.readouterr().out.splitlines() == [
        "emptied: 1, deleted: 0",
        "emptied: 0, deleted: 0",
    ]


def test_erase__dry_run(petition, capsys):
    make_signature(petition, email="ana@example.org")
    call_command("erase_person", "ana@example.org", "--dry-run")
    assert capsys.readouterr().out == "signatures found: 1\n"
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
