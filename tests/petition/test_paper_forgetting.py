"""Who is forgotten is also gone from files of paper that nobody has imported yet."""

import pytest
from django.core.management import call_command

from campaign_blocks.petition.models import MailToken, PaperBatch, Signature
from campaign_blocks.petition.models.choices import TokenPurpose
from campaign_blocks.petition.paper import batches
from campaign_blocks.petition.paper.steps import PaperWork
from campaign_blocks.petition.services.erase import erase_mailbox, erase_person
from campaign_blocks.petition.services.my_signature import remove_mine
from tests.petition.factories import make_petition, make_signature
from tests.petition.papers import HEAD, TWO, WORDS, bring_in, run_all

ANA = "ana@example.org"
OTHERS = "Bo,bo@example.org,02139,,no\nBo,,02139,,no\n"
THREE = f"{HEAD}\nAna Ruiz,{ANA},94110,,yes\n\n{OTHERS}"


def upload(petition, text=THREE, checked=True):
    batch = batches.upload(
        petition=petition, body=text.encode(), file_name="a.csv", note="x", words=WORDS, by=None
    )
    return batches.check_batch(batch) if checked else batch


def body_of(batch):
    return bytes(PaperBatch.objects.get(pk=batch.pk).body or b"").decode()


@pytest.mark.parametrize("spelling", [ANA, "Ana+sheet@EXAMPLE.org"])
@pytest.mark.parametrize("checked", [True, False])
def test_erase__empties_her_line_and_every_other_keeps_its_number(petition, spelling, checked):
    batch = upload(petition, THREE.replace(ANA, spelling), checked)
    erase_person(email=ANA)
    assert body_of(batch) == f"{HEAD}\n\n\n{OTHERS}"
    run_all()
    batch.refresh_from_db()
    assert (batch.state, batch.report["new"], batch.report["with_address"]) == ("checked", 2, 1)
    assert batch.report["forgotten"] == 1


def test_erase__row_with_line_breaks_goes_to_its_end(petition):
    batch = upload(petition, THREE.replace("Ana Ruiz", '"Ana\nRuiz"'), checked=False)
    erase_person(email=ANA)
    assert body_of(batch) == f"{HEAD}\n\n\n\n{OTHERS}"


def test_erase__import_waits_for_the_new_check_and_brings_the_others_in(petition):
    batch = upload(petition, TWO)
    erase_person(email=ANA)
    assert not batches.start(batch)
    run_all()
    assert batches.start(batch)
    run_all()
    assert list(Signature.objects.values_list("name", flat=True)) == ["Bo Li"]


def test_erase__while_it_is_imported_the_rest_goes_on(petition, monkeypatch):
    for module in ("importing", "batches", "checking"):
        monkeypatch.setattr(f"campaign_blocks.petition.paper.{module}.AT_ONCE", 1)
    batch = upload(petition, f"{HEAD}\nBo,,02139,,no\nAna,{ANA},94110,,no\nCy,,02139,,no\n")
    batches.start(batch)
    PaperWork().run()
    erase_person(email=ANA)
    assert body_of(batch) == f"{HEAD}\nBo,,02139,,no\n\nCy,,02139,,no\n"
    run_all()
    batch.refresh_from_db()
    assert (batch.state, batch.imported) == ("done", 2)


def test_erase__while_the_worker_checks_makes_it_check_anew(petition, monkeypatch):
    monkeypatch.setattr("campaign_blocks.petition.paper.checking.AT_ONCE", 1)
    batch = upload(petition, TWO, checked=False)
    worker = PaperWork()
    for _ in range(2):
        worker.run()
    erase_person(email=ANA)
    while worker.run():
        pass
    batch.refresh_from_db()
    assert (batch.state, batch.report["new"], batch.report["erased"]) == ("checked", 1, [])


def test_erase__of_somebody_without_an_address(petition):
    bring_in(petition, f"{HEAD}\nBo,,02139,,no\n")
    batch = upload(make_petition(), THREE)
    erase_mailbox(mailbox=bytes(Signature.objects.get().fingerprint))
    assert body_of(batch) == THREE.replace("Bo,,02139,,no\n", "\n")


def test_erase__file_that_can_not_be_read_is_refused_and_gone(petition):
    batch = upload(petition, f"{TWO}a,b,c,d,e,f,g\n", checked=False)
    erase_person(email=ANA)
    batch.refresh_from_db()
    assert (batch.state, batch.body, batch.report["problem_count"]) == ("refused", None, 1)


def test_check__file_with_faults_is_not_kept(petition):
    batch = upload(petition, TWO + "Eve,nobody@,94110,,no\n")
    batch.refresh_from_db()
    assert (batch.state, batch.body) == ("refused", None)


def test_erase__is_counted_once_and_a_dry_run_leaves_the_file(petition, capsys):
    batch = upload(petition)
    call_command("erase_person", ANA, "--dry-run")
    assert ANA in body_of(batch)
    for _ in range(2):
        call_command("erase_person", ANA)
    dry, wet, *_proof, again = capsys.readouterr().out.splitlines()
    assert ["paper: 1" in line for line in (dry, wet, again)] == [True, True, False]
    assert erase_person(email=ANA).is_nothing


def test_page__tells_staff_how_many_lines_went(editor_client, petition):
    batch = upload(petition)
    erase_person(email=ANA)
    run_all()
    page = editor_client.get(f"/admin/petitions/paper/batch/{batch.pk}/").content.decode()
    assert "1 line was emptied" in page and "Import 2 signatures" in page


def test_remove__by_the_signer_reaches_files_of_this_petition_alone(petition):
    row, other = make_signature(petition, email=ANA), upload(make_petition())
    batch = upload(petition)
    key, _raw = MailToken.make(row.pk, TokenPurpose.MANAGE)
    key.save()
    assert remove_mine(key=key, signature_id=row.pk)
    assert (body_of(batch), body_of(other)) == (f"{HEAD}\n\n\n{OTHERS}", THREE)


def test_remove__leaves_who_shares_the_mailbox(db):
    petition = make_petition(household_mailbox=True)
    bring_in(petition, f"{HEAD}\nAna,{ANA},94110,,no\n")
    batch = upload(petition, f"{HEAD}\nAna,{ANA},94110,,no\nBo,{ANA},94110,,no\n")
    row = Signature.objects.get()
    key, _raw = MailToken.make(row.pk, TokenPurpose.MANAGE)
    key.save()
    remove_mine(key=key, signature_id=row.pk)
    assert body_of(batch) == f"{HEAD}\n\nBo,{ANA},94110,,no\n"
