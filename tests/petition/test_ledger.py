import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from campaign_blocks.petition.models import Erasure, Signature, Suppression
from campaign_blocks.petition.services.ledger import file_erasures, record_removal
from campaign_blocks.petition.services.remove import remove_signatures
from tests.petition.factories import make_signature

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger(settings, tmp_path):
    settings.ERASURE_LEDGER = str(tmp_path / "erasures.jsonl")
    return Path(settings.ERASURE_LEDGER)


def back_from_a_copy(petition, **facts):
    """As a restore of yesterday's backup brings a signature back."""
    Signature.objects.all().update(state="erased")
    Signature.objects.all().delete()
    Suppression.objects.all().delete()
    row = make_signature(petition, **facts)
    Signature.objects.update(created_at=timezone.now() - timedelta(days=1))
    return row


def test_ledger__names_nobody_and_is_written_once(petition, ledger):
    make_signature(petition, email="ana@example.org", name="Ana Ruiz")
    call_command("erase_person", "ana@example.org")
    assert file_erasures() == 1
    assert file_erasures() == 0
    (line,) = ledger.read_text().splitlines()
    assert set(json.loads(line)) == {"at", "mailbox"}
    assert "ana" not in line.lower()
    assert ledger.stat().st_mode & 0o777 == 0o600


def test_ledger__grows_and_never_shrinks(petition, ledger):
    for email in ("ana@example.org", "bo@example.org"):
        make_signature(petition, email=email)
        call_command("erase_person", email)
        file_erasures()
    assert len(ledger.read_text().splitlines()) == 2


def test_ledger__a_lost_file_is_written_anew(petition, ledger):
    for email in ("ana@example.org", "bo@example.org"):
        make_signature(petition, email=email)
        call_command("erase_person", email)
    file_erasures()
    before = ledger.read_text()
    ledger.unlink()
    file_erasures()
    assert ledger.read_text() == before


def test_replay__erased_people_do_not_return(petition, ledger, capsys):
    make_signature(petition, email="ana@example.org")
    call_command("erase_person", "ana@example.org")
    file_erasures()
    Erasure.objects.all().delete()
    back_from_a_copy(petition, email="ana@example.org")
    call_command("erase_person", replay=ledger, dry_run=True)
    assert Signature.objects.get().name == "Ana"
    call_command("erase_person", replay=ledger)
    assert Signature.objects.get().state == "erased"
    assert Suppression.objects.get().reason == "erased"
    assert "erasures: 1, signatures gone: 1" in capsys.readouterr().out


def test_replay__twice_changes_nothing(petition, ledger, capsys):
    make_signature(petition, email="ana@example.org")
    call_command("erase_person", "ana@example.org")
    file_erasures()
    call_command("erase_person", replay=ledger)
    assert "signatures gone: 0" in capsys.readouterr().out
    assert Erasure.objects.count() == 1


def test_replay__spares_who_signed_again_since(petition, ledger):
    make_signature(petition, email="ana@example.org")
    call_command("erase_person", "ana@example.org")
    file_erasures()
    back_from_a_copy(petition, email="ana@example.org")
    Signature.objects.update(created_at=timezone.now() + timedelta(minutes=1))
    call_command("erase_person", replay=ledger)
    assert Signature.objects.get().name == "Ana"
    assert not Suppression.objects.exists()


def test_replay__signature_that_its_signer_removed(petition, ledger):
    row = make_signature(petition, email="ana@example.org")
    make_signature(petition, email="bo@example.org")
    record_removal(row)
    remove_signatures(rows=Signature.objects.filter(pk=row.pk))
    file_erasures()
    back_from_a_copy(petition, email="ana@example.org")
    call_command("erase_person", replay=ledger)
    assert not Signature.objects.filter(email="ana@example.org").exists()


@pytest.mark.parametrize(
    "line", ["nonsense", "{}", '{"at": "yesterday", "mailbox": "00"}', "[1]", '{"at": 5}', "null"]
)
def test_replay__bad_line_is_named(petition, ledger, line):
    ledger.write_text(f"{line}\n")
    with pytest.raises(CommandError, match="line 1"):
        call_command("erase_person", replay=ledger)
