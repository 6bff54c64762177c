from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from campaign_blocks.kit.doors import Area
from campaign_blocks.petition.models import NumbersSnapshot, OutboxMessage, PetitionCount, Signature
from campaign_blocks.petition.numbers import gathering, places
from campaign_blocks.petition.numbers.chart import chart, nice_top
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_organization, make_petition, make_signature

PAGE = "/admin/petitions/numbers/{}/"


def run_all(step):
    for _ in range(200):
        if not step.run():
            return
    raise AssertionError("the step never ends")


def numbers_of(petition):
    gathering.refresh(petition)
    return NumbersSnapshot.objects.get(petition=petition).data


def test_snapshot__sums_sources_partners_and_consent(petition):
    acme = make_organization(name="Acme")
    make_signature(petition, source="bluesky", opt_in=True)
    make_signature(petition, source="bluesky", partner_id=acme.pk, partner_opt_in=True)
    make_signature(petition, country="CA", postal_code="K1A 0B1")
    data = numbers_of(petition)
    assert data["sources"] == [["bluesky", 2], ["", 1]]
    assert data["partners"] == [["", 2], ["Acme", 1]]
    assert data["countries"] == [["US", 2], ["CA", 1]]
    assert data["opt_in"] == [["", 3, 1], ["Acme", 1, 1]]
    assert data["days"] == [[date.today().isoformat(), 3, 3]]
    assert data["mail"]["states"] == {"queued": 3}


def test_snapshot__withdrawn_consent_is_no_yes(petition):
    signature = make_signature(petition, opt_in=True)
    word = signature.consents.get()
    word.pk, word.granted = None, False
    word.save()
    assert numbers_of(petition)["opt_in"] == [["", 1, 0]]


def test_places__each_finder_is_asked_once_for_all_codes(petition, monkeypatch):
    asked = []

    def finder(*, postal_codes, country):
        asked.append(sorted(postal_codes))
        return {"94110": Area("CA", "11"), "02139": Area("MA", "7")}

    monkeypatch.setattr(places, "area_finders", lambda: [finder])
    for code in ("94110", "94110-1234", "02139", "00000"):
        make_signature(petition, postal_code=code)
    data = numbers_of(petition)["places"]
    assert asked == [["00000", "02139", "94110"]]
    assert data["states"] == [["CA", 2], ["MA", 1]]
    assert data["districts"] == [["CA", "11", 2], ["MA", "7", 1]]
    assert data["unplaced"] == 1


def test_snapshot__last_errors_and_the_oldest_that_waits(petition):
    make_signature(petition)
    make_signature(petition)
    OutboxMessage.objects.filter(signature=Signature.objects.first()).update(
        state="failed", error="SMTPRecipientsRefused 550"
    )
    mail = numbers_of(petition)["mail"]
    assert mail["errors"][0][:2] == ["SMTPRecipientsRefused 550", 1]
    assert mail["oldest"] is not None


def test_step__renews_when_signed_and_not_before_a_minute(petition):
    step = gathering.Gathering()
    run_all(step)
    first = NumbersSnapshot.objects.get()
    make_signature(petition)
    run_all(step)
    assert NumbersSnapshot.objects.get().as_of == first.as_of
    NumbersSnapshot.objects.update(as_of=timezone.now() - timedelta(seconds=61))
    run_all(step)
    assert NumbersSnapshot.objects.get().data["states"] == {"confirmed": 1}


@pytest.mark.parametrize(
    ("confirmed", "minutes", "renewed"), [(99_999, 2, True), (10**6, 2, False)]
)
def test_step__huge_petitions_wait_ten_minutes(petition, confirmed, minutes, renewed):
    run_all(gathering.Gathering())
    PetitionCount.objects.update_or_create(
        petition=petition, defaults={"confirmed": confirmed, "as_of": timezone.now()}
    )
    NumbersSnapshot.objects.update(as_of=timezone.now() - timedelta(minutes=minutes))
    assert [row.pk for row, _mark in gathering.stale()] == ([petition.pk] if renewed else [])


def test_step__idle_petition_is_left_alone_for_an_hour(petition):
    run_all(gathering.Gathering())
    NumbersSnapshot.objects.update(as_of=timezone.now() - timedelta(minutes=59))
    assert not gathering.stale()
    NumbersSnapshot.objects.update(as_of=timezone.now() - timedelta(minutes=61))
    assert gathering.stale()


@pytest.mark.parametrize("rows", [1, 50])
def test_page__reads_one_snapshot(editor_client, petition, django_assert_max_num_queries, rows):
    for number in range(rows):
        make_signature(petition, source=f"code-{number}")
    judge(), roll_up()
    gathering.refresh(petition)
    editor_client.get(PAGE.format(petition.pk))  # a process learns the permissions once
    with django_assert_max_num_queries(10):
        page = editor_client.get(PAGE.format(petition.pk)).content.decode()
    assert "Every day as a table" in page
    assert "code-0" in page
    assert "As of" in page


def test_page__before_the_worker_came(editor_client, petition):
    page = editor_client.get(PAGE.format(petition.pk)).content.decode()
    assert "has not added these numbers up yet" in page


@pytest.mark.parametrize(("group", "status"), [("Editors", 200), ("Moderators", 200), (None, 302)])
def test_page__is_for_who_works_on_petitions(client, django_user_model, petition, group, status):
    user = django_user_model.objects.create_user("staff", "s@example.org", "pass-word-12")
    if group:
        user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    assert client.get(PAGE.format(petition.pk)).status_code == status


def test_chart__shows_empty_days_and_both_parts(db):
    drawn = chart([["2026-03-01", 3, 4], ["2026-03-09", 10, 10]], date(2026, 3, 10))
    assert [bar.counted for bar in drawn.bars] == [3, 0, 0, 0, 0, 0, 0, 0, 10, 0]
    assert drawn.bars[0].others == 1
    tops = [bar.others_y for bar in drawn.bars]
    assert min(tops) >= 0
    assert drawn.best.day == date(2026, 3, 9)


def test_chart__is_never_longer_than_ninety_days(db):
    drawn = chart([["2020-01-01", 1, 1], ["2026-03-09", 10, 10]], date(2026, 3, 10))
    assert len(drawn.bars) == 90


@pytest.mark.parametrize(("most", "top"), [(0, 1), (3, 3), (11, 15), (26, 30), (1001, 1500)])
def test_nice_top__is_round_and_not_below(most, top):
    assert nice_top(most) == top


def test_lists__lead_to_the_numbers(editor_client, petition):
    from django.urls import reverse

    from campaign_blocks.petition.models import Petition

    for name, args in (("list", []), ("edit", [petition.pk])):
        address = reverse(Petition.snippet_viewset.get_url_name(name), args=args)
        assert PAGE.format(petition.pk) in editor_client.get(address).content.decode(), name
    assert PAGE.format(petition.pk) in editor_client.get("/admin/").content.decode()


def test_rates__pending_and_expired_are_the_unconfirmed(editor_client, db):
    petition = make_petition(confirm_by_mail=True)
    for state in ("pending", "confirmed", "confirmed", "confirmed"):
        Signature.objects.filter(pk=make_signature(petition).pk).update(state=state)
    gathering.refresh(petition)
    assert "75.0 %" in editor_client.get(PAGE.format(petition.pk)).content.decode()


def test_opt_in__huge_petition_gives_the_same_in_windows(petition, monkeypatch):
    for number in range(5):
        make_signature(petition, opt_in=number % 2 == 0)
    whole = numbers_of(petition)["opt_in"]
    monkeypatch.setattr(gathering, "HUGE_FROM", 0)
    monkeypatch.setattr("campaign_blocks.petition.numbers.opt_in.WINDOW", 2)
    PetitionCount.objects.create(petition=petition, confirmed=5, as_of=timezone.now())
    petition.refresh_from_db()
    assert numbers_of(petition)["opt_in"] == whole == [["", 5, 3]]
