from datetime import timedelta

import pytest
from django.utils import timezone

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import Consent, PaperRow, PetitionCount, Signature, Suppression
from campaign_blocks.petition.paper import batches
from campaign_blocks.petition.paper.steps import PaperWork
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.change_state import change_state
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_organization, make_petition, make_signature
from tests.petition.papers import HEAD, TWO, WORDS, bring_in, run_all, shown


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


def test_import__apostrophe_of_a_name_stays_and_that_of_our_export_goes(petition):
    head = "name,email,postal_code,country,city,phone"
    row = "'t Hooft,ana@example.org,5211 AA,NL,'s-Hertogenbosch,'+31 73 555 0143"
    bring_in(petition, f"{head}\n{row}\n")
    ana = Signature.objects.get()
    assert (ana.name, ana.city) == ("'t Hooft", "'s-Hertogenbosch")
    assert ana.phone == "+31 73 555 0143"


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
