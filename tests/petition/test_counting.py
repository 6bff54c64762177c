from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, PetitionCount
from campaign_blocks.petition.progress import next_milestone
from campaign_blocks.petition.services.audit import audit
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up
from tests.petition.factories import make_petition, make_signature


def number(petition):
    return PetitionCount.objects.get(petition=petition).confirmed


def test_roll_up__adds_judged_signatures(petition):
    other = make_petition()
    for target in (petition, petition, other):
        make_signature(target)
    judge()
    assert roll_up() == 3
    assert (number(petition), number(other)) == (2, 1)
    assert not CountDelta.objects.exists()
    assert roll_up() == 0
    assert number(petition) == 2


def test_roll_up__waits_for_judgement(petition):
    make_signature(petition)
    assert roll_up() == 0
    assert number(petition) == 0
    assert CountDelta.objects.count() == 1


def test_roll_up__suspects_never_reach_the_number(petition, settings):
    settings.SIGN_RATE_LIMIT = "1/1d"
    for _ in range(3):
        make_signature(petition, address_block=b"x" * 16)
    judge()
    roll_up()
    assert number(petition) == 1


def test_roll_up__corrections_go_down(petition):
    now = timezone.now()
    PetitionCount.objects.create(petition=petition, confirmed=10, as_of=now)
    CountDelta.objects.create(petition=petition, amount=-3, created_at=now)
    roll_up()
    assert number(petition) == 7


def test_roll_up__never_below_nothing(petition):
    CountDelta.objects.create(petition=petition, amount=-3, created_at=timezone.now())
    assert roll_up() == 1
    assert number(petition) == 0


def test_roll_up__says_until_when_the_number_was_true(petition):
    old = timezone.now() - timedelta(minutes=5)
    PetitionCount.objects.create(petition=petition, confirmed=10, as_of=old)
    roll_up()
    assert PetitionCount.objects.get().as_of > old + timedelta(minutes=4)


def test_count_json__shape(petition, client):
    make_signature(petition)
    judge()
    roll_up()
    answer = client.get("/petitions/ban-it/count.json")
    assert answer.json()["petition"] == "ban-it"
    assert answer.json()["count"] == 1
    assert answer.json()["goal"] == 100
    assert answer.json()["as_of"] == PetitionCount.objects.get().as_of.isoformat()
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "max-age=5" in answer["Cache-Control"]
    assert answer.json()["shown"] is True
    assert not answer.cookies


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (2999, {"count": 0, "on_paper": 0, "goal": 100, "shown": False}),
        (3000, {"count": 3000, "on_paper": 40, "goal": 5000, "shown": True}),
    ],
)
def test_count_json__tells_no_more_than_the_page(db, client, count, told):
    """Neither the number nor the milestone that gives it away, and no null for a number."""
    petition = make_petition(show_from=3000)
    PetitionCount.objects.create(
        petition=petition, confirmed=count, on_paper=40, as_of=timezone.now()
    )
    answer = client.get(f"/petitions/{petition.slug}/count.json").json()
    assert {name: answer[name] for name in told} == told


def test_count_json__no_goal(db, client):
    petition = make_petition(goal_mode="none")
    assert client.get(f"/petitions/{petition.slug}/count.json").json()["goal"] is None


def test_page__count_is_hidden_below_its_threshold(db, client):
    petition = make_petition(show_from=5)
    page = client.get(petition.get_absolute_url()).content.decode()
    assert "people have signed" not in page
    PetitionCount.objects.create(petition=petition, confirmed=1234, as_of=timezone.now())
    page = client.get(petition.get_absolute_url()).content.decode()
    assert '<strong class="count__number">1,234</strong> people have signed.' in page


def test_page__fixed_goal_says_what_happens(db, client):
    petition = make_petition(goal_mode="fixed", goal=5000, goal_reason="Then we march.")
    page = client.get(petition.get_absolute_url()).content.decode()
    assert "Goal: 5,000 signatures." in page
    assert "Then we march." in page


@pytest.mark.parametrize(
    ("count", "goal"),
    [(0, 100), (99, 100), (100, 250), (499, 500), (500, 1000), (2400, 2500), (48213, 50000)],
)
def test_next_milestone__is_ahead(count, goal):
    assert next_milestone(count) == goal


def test_audit__finds_and_repairs_a_drift(petition, capsys):
    make_signature(petition)
    judge()
    roll_up()
    PetitionCount.objects.update(confirmed=8)
    with pytest.raises(CommandError, match="drifted"):
        call_command("audit_counts")
    call_command("audit_counts", "--repair")
    assert "drift +7" in capsys.readouterr().out
    roll_up()
    assert number(petition) == 1
    call_command("audit_counts")


def test_audit__unrolled_changes_are_no_drift(petition):
    make_signature(petition)
    assert [(row.rows, row.drift) for row in audit()] == [(1, 0)]
