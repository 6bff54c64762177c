"""The worker keeps bills current, and staff hear of what changed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from scoreboard.congress_gov.problems import CongressProblem
from scoreboard.models import BillNumber, Stance, StanceChange
from scoreboard.services import keep_current
from scoreboard.services.stances import remove_stance, write_stance
from scoreboard.services.sync_bill import SyncChanges
from scoreboard.services.tell_staff import tell_staff
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def asked(settings, monkeypatch):
    """The keys that were asked for; a message in `asked.problem` makes it fail."""
    settings.CONGRESS_API_KEY = "key"

    class Asked(list):
        problem = ""

    asked = Asked()

    def sync_number(*, slug, client):
        asked.append(slug)
        if asked.problem:
            raise CongressProblem(asked.problem)
        now = timezone.now()
        BillNumber.objects.filter(slug=slug).update(tried_at=now, synced_at=now, problem="")
        return SyncChanges()

    monkeypatch.setattr(keep_current, "sync_number", sync_number)
    return asked


def test_sync_due__each_number_once(asked):
    make_bill(keep_current=True)
    assert [keep_current.sync_due() for _ in range(3)] == [1, 1, 0]
    assert asked == ["s4084-116", "hr7356-116"]


def test_sync_due__only_bills_that_are_kept_current(asked):
    make_bill()
    assert keep_current.sync_due() == 0


def test_sync_due__without_a_key_nobody_is_asked(asked, settings):
    settings.CONGRESS_API_KEY = ""
    make_bill(keep_current=True)
    assert keep_current.sync_due() == 0
    assert asked == []


def test_sync_due__again_after_six_hours(asked, time_machine):
    make_bill(keep_current=True)
    BillNumber.objects.filter(slug="hr7356-116").delete()
    time_machine.move_to(NOON)
    keep_current.sync_due()
    time_machine.shift(timedelta(hours=5, minutes=59))
    assert keep_current.sync_due() == 0
    time_machine.shift(timedelta(minutes=2))
    assert keep_current.sync_due() == 1


def test_sync_due__a_failure_is_told_and_tried_ever_later(asked, time_machine):
    make_bill(keep_current=True)
    BillNumber.objects.filter(slug="hr7356-116").delete()
    time_machine.move_to(NOON, tick=False)
    keep_current.sync_due()
    asked.problem = "Congress.gov was asked too often."
    minutes = []
    time_machine.shift(timedelta(hours=6))
    for minute in range(0, 200, 10):
        if before := len(asked):
            keep_current.sync_due()
            minutes += [minute] if len(asked) > before else []
        time_machine.shift(timedelta(minutes=10))
    assert minutes == [0, 10, 20, 40, 80, 160]
    assert BillNumber.objects.get().problem == "Congress.gov was asked too often."


def change(bill, name, position, **values):
    stance = Stance(bill=bill, legislator=make_legislator(name), position=position, **values)
    write_stance(stance=stance)
    return stance


def test_tell_staff__one_mail_with_every_change():
    bill = make_bill(notify="desk@example.org\npress@example.org")
    change(bill, "Ada Moreno", "sponsoring", evidence_url="https://www.congress.gov/bill/x")
    change(bill, "Ruth Lind", "supports")
    assert tell_staff() == 1
    sent = mail.outbox[0]
    assert sent.subject == "S.4084 / H.R.7356: 2 stances changed"
    assert sent.to == ["desk@example.org", "press@example.org"]
    assert "Ada Moreno (Oregon): Not sponsoring → Sponsoring" in sent.body
    assert "https://www.congress.gov/bill/x" in sent.body
    assert tell_staff() == 0


def test_tell_staff__nobody_to_tell():
    change(make_bill(), "Ada Moreno", "sponsoring")
    assert tell_staff() == 0
    assert not StanceChange.objects.untold().exists()


def test_tell_staff__a_better_source_is_no_news():
    bill = make_bill(notify="desk@example.org")
    stance = change(bill, "Ada Moreno", "sponsoring")
    tell_staff()
    stance.evidence_url = "https://example.org/better"
    write_stance(stance=stance)
    assert tell_staff() == 0
    assert len(mail.outbox) == 1


def test_tell_staff__a_mail_server_that_is_down_loses_nothing(monkeypatch):
    bill = make_bill(notify="desk@example.org")
    change(bill, "Ada Moreno", "sponsoring")
    with monkeypatch.context() as broken:
        broken.setattr(mail.EmailMessage, "send", lambda self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            tell_staff()
    assert tell_staff() == 1


def test_write_stance__every_line_of_the_history_stays(django_user_model):
    bill, user = make_bill(), django_user_model.objects.create_user("ed", "e@example.org", "x")
    stance = change(bill, "Ada Moreno", "sponsoring")
    stance.position, stance.origin = "opposes", "staff"
    stance.evidence_url = "https://example.org/speech"
    write_stance(stance=stance, by=user)
    remove_stance(stance=stance, by=user)
    lines = StanceChange.objects.of(stance.legislator, bill).order_by("pk")
    assert [(line.before, line.position, line.entered_by) for line in lines] == [
        ("not_sponsoring", "sponsoring", None),
        ("sponsoring", "opposes", user),
        ("opposes", "not_sponsoring", user),
    ]


def test_history__is_never_altered():
    stance = change(make_bill(), "Ada Moreno", "sponsoring")
    line = StanceChange.objects.get(legislator=stance.legislator)
    line.source = "other"
    with pytest.raises(TypeError, match="never altered"):
        line.save()
    with pytest.raises(TypeError, match="never altered"):
        line.delete()


def test_history__goes_with_the_bill():
    bill = make_bill()
    make_stance(bill, make_legislator())
    change(bill, "Ruth Lind", "supports")
    bill.delete()
    assert not StanceChange.objects.exists()
