import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.utils import timezone

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import (
    Consent,
    CountDelta,
    PaperBatch,
    PaperRow,
    PetitionCount,
    Signature,
    Suppression,
)
from campaign_blocks.petition.paper import batches
from campaign_blocks.petition.paper.steps import PaperWork, forget_uploads
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_organization, make_petition, make_signature

PAGE = "/admin/petitions/paper/{}/"
WORDS = "May the campaign write to you?"
HEAD = "name,email,postal_code,signed_on,consent"
TWO = f"{HEAD}\nAna Ruiz,ana@example.org,94110,2026-03-01,yes\nBo Li,,02139,,no\n"


def run_all():
    step = PaperWork()
    for _ in range(100):
        if not step.run():
            judge()
            roll_up()
            return
    raise AssertionError("the step never ends")


def bring_in(petition, text):
    batch = batches.upload(
        petition=petition,
        body=text.encode(),
        file_name="sheets.csv",
        note="Fair",
        words=WORDS,
        by=None,
    )
    assert batches.check_batch(batch).state == "checked", batch.report
    assert batches.start(batch)
    run_all()
    batch.refresh_from_db()
    return batch


def shown(petition):
    return PetitionCount.objects.values_list("confirmed", "on_paper").get(petition=petition)


def test_import__counts_and_keeps_the_words_of_the_sheet(petition):
    make_signature(petition)
    batch = bring_in(petition, TWO)
    assert (batch.state, batch.imported, batch.body) == ("done", 2, None)
    ana = Signature.objects.get(email="ana@example.org")
    assert (ana.state, ana.on_paper, ana.judged_at is not None) == ("confirmed", True, True)
    assert ana.created_at.date().isoformat() == "2026-03-01"
    word = ana.consents.get()
    assert (word.text.text, word.granted, word.method) == (WORDS, True, "paper")
    assert not ana.messages.exists()
    assert shown(petition) == (3, 2)


def test_import__each_organization_has_its_own_answer(petition):
    acme = make_organization(slug="acme", name="Acme")
    head = f"{HEAD},consent:acme"
    bring_in(petition, f"{head}\nAna,ana@example.org,94110,,no,yes\n")
    campaign, partner = Consent.objects.order_by("purpose")
    assert (campaign.organization, campaign.granted) == (None, False)
    assert (partner.organization, partner.granted) == (acme, True)
    assert partner.text.text == "Yes, Acme may email me"


def test_import__who_had_signed_is_passed_over_in_any_spelling(petition):
    make_signature(petition, email="ana.ruiz@gmail.com")
    batch = bring_in(petition, f"{HEAD}\nAna,AnaRuiz+x@googlemail.com,94110,,no\nBo,,02139,,no\n")
    assert batch.report["had_signed"] == [2]
    assert batch.imported == 1


def test_import__twice_in_one_file_counts_once(petition):
    text = f"{HEAD}\nBo Li,,02139,,no\nBO  LI,,02139-4307,,no\nBo Li,,94110,,no\n"
    batch = bring_in(petition, text)
    assert batch.report["twice"] == [3]
    assert batch.imported == 2


def test_import__same_file_again_adds_nobody(petition):
    bring_in(petition, TWO)
    batch = bring_in(petition, TWO)
    assert (batch.imported, shown(petition)) == (0, (2, 2))


def test_import__household_mailbox_tells_names_apart(db):
    petition = make_petition(household_mailbox=True)
    batch = bring_in(petition, f"{HEAD}\nAna,a@example.org,94110,,no\nBo,a@example.org,94110,,no\n")
    assert batch.imported == 2


def test_import__the_forgotten_stay_forgotten(petition):
    Suppression.objects.create(fingerprint=fingerprint("ana@example.org"), reason="erased")
    batch = bring_in(petition, TWO)
    assert batch.report["erased"] == [2]
    assert list(Signature.objects.values_list("name", flat=True)) == ["Bo Li"]


@pytest.mark.parametrize(
    ("row", "field"),
    [("Ana,,,,no", "postal_code"), ("Ana,,94110,,yes", "email")],
)
def test_check__what_belongs_together(petition, row, field):
    (problem,) = batches.check(petition, f"{HEAD}\n{row}\n".encode()).problems
    assert (problem.line, problem.field) == (2, field)


def test_check__closed_petition_takes_what_was_signed_before(db):
    petition = make_petition(closes_at=timezone.now() - timedelta(days=2))
    before = (timezone.localdate() - timedelta(days=3)).isoformat()
    after = timezone.localdate().isoformat()
    assert batches.check(petition, f"{HEAD}\nAna,,94110,{before},no\n".encode()).new == 1
    for day in (after, ""):
        (problem,) = batches.check(petition, f"{HEAD}\nAna,,94110,{day},no\n".encode()).problems
        assert problem.field == "signed_on"


def test_import__one_fault_and_nothing_is_stored(petition):
    batch = batches.upload(
        petition=petition,
        body=(TWO + "Eve,nobody@,94110,,no\n").encode(),
        file_name="a.csv",
        note="x",
        words="",
        by=None,
    )
    batches.check_batch(batch)
    assert (batch.state, batch.report["problems"][0][:2]) == ("refused", [4, "email"])
    assert not batches.start(batch)
    run_all()
    assert not Signature.objects.exists()


def test_import__killed_worker_leaves_nothing_twice(petition, monkeypatch):
    for module in ("importing", "batches", "checking"):
        monkeypatch.setattr(f"campaign_blocks.petition.paper.{module}.AT_ONCE", 2)
    lines = [f"Bo {letter * 2},,02139,,no" for letter in "ABCDE"]
    batch = batches.upload(
        petition=petition,
        body="\n".join([HEAD, *lines]).encode(),
        file_name="a.csv",
        note="x",
        words="",
        by=None,
    )
    batches.start(batches.check_batch(batch))
    monkeypatch.setattr("campaign_blocks.petition.paper.importing.count_paper", fail_once())
    step = PaperWork()
    step.run()
    with pytest.raises(SystemError):
        step.run()
    assert (Signature.objects.count(), PaperRow.objects.count()) == (2, 2)
    run_all()
    assert shown(petition) == (5, 5)
    assert [row.drift for row in audit()] == [0]


def fail_once():
    from campaign_blocks.petition.paper.importing import count_paper

    calls = []

    def fails(petition, amount):
        calls.append(amount)
        if len(calls) == 2:
            raise SystemError("killed")
        count_paper(petition, amount)

    return fails


@pytest.fixture
def five_online(petition):
    for name in "abcde":
        make_signature(petition, email=f"{name}@example.org")


def test_undo__takes_names_consents_and_count_back(petition, five_online):
    batch = bring_in(petition, TWO)
    assert shown(petition) == (7, 2)
    batches.undo(batch, None)
    run_all()
    batch.refresh_from_db()
    assert (batch.state, batch.removed) == ("undone", 2)
    assert not Signature.objects.filter(on_paper=True).exists()
    assert shown(petition) == (5, 0)
    assert [(row.drift, row.paper_drift) for row in audit()] == [(0, 0)]
    assert bring_in(petition, TWO).imported == 2


@pytest.mark.parametrize("meanwhile", ["invalidated", "erased"])
def test_undo__what_happened_meanwhile_is_not_subtracted_twice(petition, five_online, meanwhile):
    batch = bring_in(petition, TWO)
    if meanwhile == "erased":
        erase_person(email="ana@example.org")
        run_all()
        assert shown(petition) == (7, 2)
    else:
        change_state(ids=[Signature.objects.get(name="Bo Li").pk], to="invalidated")
    batches.undo(batch, None)
    run_all()
    assert shown(petition) == (5, 0)
    assert [(row.drift, row.paper_drift) for row in audit()] == [(0, 0)]
    assert not Signature.objects.filter(on_paper=True).exists()


def test_undo__twice_changes_nothing(petition):
    batch = bring_in(petition, TWO)
    assert batches.undo(batch, None)
    assert not batches.undo(batch, None)


def test_unnamed__counts_and_can_be_undone(petition):
    batch = batches.add_unnamed(petition=petition, number=250, note="Office", by=None)
    roll_up()
    assert shown(petition) == (250, 250)
    assert [(row.rows, row.drift, row.paper_drift) for row in audit()] == [(250, 0, 0)]
    batches.undo(batch, None)
    roll_up()
    assert shown(petition) == (0, 0)
    assert [row.drift for row in audit()] == [0]


def test_public__says_how_many_are_on_paper(petition, client):
    PetitionCount.objects.create(
        petition=petition, confirmed=1200, on_paper=250, as_of=timezone.now()
    )
    page = client.get(petition.get_absolute_url()).content.decode()
    assert "ncluding 250 on paper" in page
    assert client.get("/petitions/ban-it/count.json").json()["on_paper"] == 250


def test_public__says_nothing_of_paper_where_there_is_none(petition, client):
    PetitionCount.objects.create(petition=petition, confirmed=1200, as_of=timezone.now())
    assert "on paper" not in client.get(petition.get_absolute_url()).content.decode()


def test_page__upload_shows_what_would_happen_then_imports(editor_client, petition):
    file = io.BytesIO(TWO.encode())
    file.name = "sheets.csv"
    data = {"file": file, "note": "Fair", "words": WORDS}
    answer = editor_client.post(PAGE.format(petition.pk), data, follow=True)
    page = answer.content.decode()
    assert "Import 2 signatures" in page
    assert "ana@example.org" not in page
    assert not Signature.objects.exists()
    batch = PaperBatch.objects.get()
    editor_client.post(f"/admin/petitions/paper/batch/{batch.pk}/start/")
    run_all()
    assert Signature.objects.count() == 2


def test_page__faults_are_told_by_line(editor_client, petition):
    file = io.BytesIO(f"{HEAD}\nAna,nobody@,94110,,no\n".encode())
    file.name = "sheets.csv"
    data = {"file": file, "note": "Fair", "words": WORDS}
    page = editor_client.post(PAGE.format(petition.pk), data, follow=True).content.decode()
    assert "<td>2</td><td>email</td>" in page
    assert "1 error. Nothing was stored" in page


def test_page__large_file_is_checked_by_the_worker(editor_client, petition, monkeypatch):
    monkeypatch.setattr("campaign_blocks.petition.paper.views.CHECKED_AT_ONCE", 10)
    file = io.BytesIO(TWO.encode())
    file.name = "sheets.csv"
    data = {"file": file, "note": "Fair", "words": WORDS}
    answer = editor_client.post(PAGE.format(petition.pk), data, follow=True)
    assert answer["Refresh"] == "3"
    run_all()
    assert PaperBatch.objects.get().state == "checked"


def test_page__number_without_names(editor_client, petition):
    data = {"sheets-number": "250", "sheets-note": "Office"}
    editor_client.post(PAGE.format(petition.pk) + "number/", data)
    assert CountDelta.objects.get().amount == 250
    bad = editor_client.post(PAGE.format(petition.pk) + "number/", {**data, "sheets-number": "-1"})
    assert bad.status_code == 422
    assert CountDelta.objects.count() == 1


@pytest.mark.parametrize("step", ["start", "drop", "undo", "explode"])
def test_page__a_step_needs_a_post_and_the_permission(client, django_user_model, petition, step):
    batch = batches.add_unnamed(petition=petition, number=5, note="x", by=None)
    user = django_user_model.objects.create_user("staff", "s@example.org", "pass-word-12")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    address = f"/admin/petitions/paper/batch/{batch.pk}/{step}/"
    assert client.get(address).status_code in (302, 405)
    assert client.post(address).status_code == 302
    assert client.get(PAGE.format(petition.pk)).status_code == 302
    batch.refresh_from_db()
    assert batch.state == "done"


@pytest.mark.parametrize("rows", [1, 50])
def test_page__queries_do_not_grow(editor_client, petition, django_assert_max_num_queries, rows):
    for number in range(rows):
        batches.add_unnamed(petition=petition, number=number + 1, note="x", by=None)
    with django_assert_max_num_queries(12):
        editor_client.get(PAGE.format(petition.pk))


def test_uploads__nobody_decided_and_the_file_goes_after_a_day(petition):
    batch = batches.upload(
        petition=petition, body=TWO.encode(), file_name="a.csv", note="x", words="", by=None
    )
    assert forget_uploads() == 0
    PaperBatch.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert forget_uploads() == 1
    batch.refresh_from_db()
    assert (batch.state, batch.body) == ("dropped", None)


def test_command__dry_run_equals_run(petition, tmp_path, capsys):
    path = tmp_path / "sheets.csv"
    path.write_text(TWO)
    call_command("import_paper", "ban-it", str(path), "--dry-run")
    assert not Signature.objects.exists()
    dry = capsys.readouterr().out.splitlines()
    call_command("import_paper", "ban-it", str(path))
    assert capsys.readouterr().out.splitlines() == dry[1:] == ["created: 2, skipped: 0"]
    assert Signature.objects.count() == 2


def test_command__names_file_line_and_field(petition, tmp_path, capsys):
    path = tmp_path / "sheets.csv"
    path.write_text(f"{HEAD}\nAna,nobody@,94110,,no\n")
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_paper", "ban-it", str(path))
    assert "sheets.csv, line 2, email: Enter an email" in capsys.readouterr().err
    assert not PaperBatch.objects.exists()


@pytest.mark.parametrize(("slug", "words"), [("nope", "no petition"), ("ban-it", "cannot be read")])
def test_command__bad_arguments(petition, tmp_path, slug, words):
    with pytest.raises(CommandError, match=words):
        call_command("import_paper", slug, str(tmp_path / "missing.csv"))
