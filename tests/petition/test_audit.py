import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaign_blocks.petition.models import AuditRun, CountDrift, PetitionCount, Signature
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.expire import expire_pending
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.nightly_audit import audit_if_due
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_petition, make_signature


@pytest.fixture
def drifted(petition, settings):
    """One signature, shown as eight."""
    settings.ADMINS = [("Ops", "ops@example.org")]
    make_signature(petition, email="ana@example.org")
    judge()
    roll_up()
    PetitionCount.objects.update(confirmed=8)
    return petition


def number(petition):
    return PetitionCount.objects.get(petition=petition).confirmed


def test_nightly__seven_too_many_are_found_repaired_and_alerted(drifted, caplog):
    with caplog.at_level(logging.ERROR, "campaign.petition.audit"):
        audit_if_due()
    roll_up()
    assert number(drifted) == 1
    assert [row.drift for row in CountDrift.objects.all()] == [7]
    assert "petition ban-it, number 8, rows 1" in caplog.text
    (sent,) = mail.outbox
    assert sent.to == ["ops@example.org"]
    assert "ban-it: 8 shown, 1 signed" in sent.body
    assert "ana@example.org" not in caplog.text + sent.body


def test_nightly__the_drift_stands_on_dashboard_and_numbers(drifted, editor_client):
    from campaign_blocks.petition.numbers.gathering import refresh

    audit_if_due()
    assert "it was off by 7" in editor_client.get("/admin/").content.decode()
    refresh(drifted)
    page = editor_client.get(f"/admin/petitions/numbers/{drifted.pk}/").content.decode()
    assert "found the public number at 8 where the signatures give 1" in page


def test_nightly__paper_part_is_repaired_by_itself(petition):
    PetitionCount.objects.create(petition=petition, confirmed=0, on_paper=5, as_of=timezone.now())
    audit_if_due()
    roll_up()
    count = PetitionCount.objects.get()
    assert (count.confirmed, count.on_paper) == (0, 0)


def test_nightly__too_few_are_repaired_too(drifted):
    PetitionCount.objects.update(confirmed=0)
    audit_if_due()
    roll_up()
    assert number(drifted) == 1


def test_nightly__runs_once_a_day(drifted):
    audit_if_due()
    roll_up()
    PetitionCount.objects.update(confirmed=8)
    audit_if_due()
    assert AuditRun.objects.count() == CountDrift.objects.count() == 1
    AuditRun.objects.update(day=timezone.localdate() - timedelta(days=2))
    audit_if_due()
    assert CountDrift.objects.count() == 2


def test_nightly__a_killed_run_is_made_up_for(drifted, monkeypatch):
    def killed(*args, **kwargs):
        raise SystemError

    module = "campaign_blocks.petition.services.nightly_audit"
    with monkeypatch.context() as patch, pytest.raises(SystemError):
        patch.setattr(f"{module}.repair", killed)
        audit_if_due()
    assert not AuditRun.objects.exclude(finished_at=None).exists()
    audit_if_due()
    roll_up()
    assert number(drifted) == 1


def test_nightly__nothing_is_said_when_all_is_well(petition, caplog):
    make_signature(petition)
    audit_if_due()
    assert not mail.outbox
    assert not CountDrift.objects.exists()
    assert not caplog.text


@pytest.mark.parametrize("petitions", [1, 50])
def test_audit__one_query_for_all(db, django_assert_num_queries, petitions):
    for _ in range(petitions):
        make_signature(make_petition())
    with django_assert_num_queries(1):
        assert len(audit()) == petitions


def test_count__never_falls_by_the_worker_alone(petition):
    """Judging, expiring, rolling up and forgetting people leave the number where it is."""
    for name in ("ana", "bo"):
        make_signature(petition, email=f"{name}@example.org")
    waiting = make_petition(confirm_by_mail=True)
    make_signature(waiting)
    Signature.objects.filter(petition=waiting).update(
        created_at=timezone.now() - timedelta(days=31)
    )
    lowest = 0
    for step in (judge, roll_up, expire_pending, roll_up, audit_if_due, roll_up):
        step()
        shown = sum(PetitionCount.objects.values_list("confirmed", flat=True))
        assert shown >= lowest
        lowest = shown
    erase_person(email="ana@example.org")
    roll_up()
    assert number(petition) == 2
    assert [row.drift for row in audit()] == [0, 0]
