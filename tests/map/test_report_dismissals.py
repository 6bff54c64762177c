"""Suspect reports dismissed together: counted, confirmed, and taken back."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from django.urls import reverse

from campaign_blocks.map.models import Dismissal, Report
from campaign_blocks.map.services.bulk_dismissing import NothingLeft, dismiss_suspects, take_back
from tests.map.factories import make_map

pytestmark = pytest.mark.django_db
PAGE = reverse("map_reports:dismissals")


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def flood(faces):
    return [make_report(faces, what=f"Buy pills {n}", email=f"bot{n}@spam.example") for n in "123"]


def make_report(faces, state="suspect", **words):
    link = {"source_url": "https://pills.example/"}
    return Report.objects.create(map=faces, state=state, **{"what": "x", **link, **words})


def counted(client, **query):
    page = client.get(PAGE, {"count": "1", **query})
    return page.context["number"], page.context["confirm"].initial["last"]


def states():
    return list(Report.objects.order_by("pk").values_list("state", flat=True))


def press(client, last, reason="a flood of pills", **words):
    return client.post(PAGE, {"last": last, "reason": reason, **words}, follow=True)


def test_dismissals__nothing_is_done_before_it_is_counted_and_confirmed(editor_client, flood):
    html = editor_client.get(PAGE, {"count": "1"}).content.decode()
    assert "3 suspect reports" in html and "Dismiss 3 reports" in html and "Buy pills 1" in html
    assert "spam.example" not in html
    assert states() == ["suspect"] * 3


def test_dismissals__confirmed_go_and_their_addresses_are_forgotten(editor_client, faces, flood):
    waiting = make_report(faces, state="waiting", email="ana@example.org")
    number, last = counted(editor_client)
    page = press(editor_client, last).content.decode()
    assert number == 3 and "3 reports dismissed." in page and "a flood of pills" in page
    assert states() == ["dismissed"] * 3 + ["waiting"]
    assert list(Report.objects.exclude(email="")) == [waiting]


def test_dismissals__what_came_after_the_count_is_spared(editor_client, faces, flood):
    _number, last = counted(editor_client)
    make_report(faces, what="came later")
    press(editor_client, last)
    assert states() == ["dismissed"] * 3 + ["suspect"]


@pytest.mark.parametrize(
    ("words", "number"), [("pills 2", 1), ("PILLS.EXAMPLE", 3), ("cameras", 0), ("%", 0)]
)
def test_dismissals__only_those_with_these_words(editor_client, flood, words, number):
    assert counted(editor_client, words=words)[0] == number


def test_dismissals__only_of_one_map(editor_client, faces, flood):
    other = make_map(slug="plates", title="Number plates")
    make_report(other, what="Another")
    number, last = counted(editor_client, map=other.pk)
    press(editor_client, last, map=other.pk)
    assert number == 1 and states() == ["suspect"] * 3 + ["dismissed"]


@pytest.mark.parametrize("reason", ["", "   "])
def test_dismissals__need_a_reason(editor_client, flood, reason):
    answer = press(editor_client, flood[-1].pk, reason=reason)
    assert answer.status_code == 422 and "Say why" in answer.content.decode()
    assert states() == ["suspect"] * 3 and not Dismissal.objects.exists()


@pytest.mark.parametrize("last", ["", "x", "1e9"])
def test_dismissals__without_a_count_nothing_goes(editor_client, flood, last):
    assert press(editor_client, last).status_code == 422
    assert states() == ["suspect"] * 3


def test_dismissals__taken_back_they_are_suspect_again(editor_client, flood):
    press(editor_client, flood[-1].pk)
    back = reverse("map_reports:take_back", args=[Dismissal.objects.get().pk])
    assert "3 reports are back." in editor_client.post(back, follow=True).content.decode()
    assert states() == ["suspect"] * 3
    again = editor_client.post(back, follow=True).content.decode()
    assert "taken back already" in again


def test_dismissals__what_was_decided_since_stays_so(admin_user, flood):
    done = dismiss_suspects(reports=Report.objects.suspect(), reason="r", user=admin_user)
    Report.objects.filter(pk=flood[0].pk).update(state="accepted")
    assert take_back(dismissal=done) == 2
    assert states() == ["accepted", "suspect", "suspect"]


def test_dismissals__pressed_twice_changes_nothing(editor_client, admin_user, flood):
    press(editor_client, flood[-1].pk)
    page = press(editor_client, flood[-1].pk).content.decode()
    assert "decided on these reports already" in page
    assert Dismissal.objects.count() == 1
    with pytest.raises(NothingLeft):
        dismiss_suspects(reports=Report.objects.suspect(), reason="r", user=admin_user)


def test_report__a_dismissed_one_is_restored_without_its_address(editor_client, flood):
    one = reverse("map_reports:one", args=[flood[0].pk])
    editor_client.post(one, {"dismiss": ""})
    assert 'name="restore"' in editor_client.get(one).content.decode()
    editor_client.post(one, {"restore": ""})
    assert states() == ["waiting", "suspect", "suspect"]
    assert Report.objects.get(pk=flood[0].pk).email == ""
    again = editor_client.post(one, {"restore": ""}, follow=True)
    assert "decided on this report already" in again.content.decode()


def test_dismissals__are_closed_to_who_may_only_look(client, django_user_model, flood):
    user = django_user_model.objects.create_user("x", "x@example.org", "pass-word-12")
    looking = Permission.objects.filter(codename__in=["access_admin", "view_report"])
    user.user_permissions.set(looking)
    client.force_login(user)
    assert PAGE not in client.get(reverse("map_reports:list")).content.decode()
    assert client.get(PAGE).status_code == 302
    client.post(PAGE, {"last": flood[-1].pk, "reason": "r"})
    assert states() == ["suspect"] * 3


@pytest.mark.parametrize("number", [1, 50])
def test_dismissals__queries_do_not_grow(
    editor_client, admin_user, faces, number, django_assert_max_num_queries
):
    for _ in range(number):
        gone, _stays = make_report(faces), make_report(faces)
        reports = Report.objects.filter(pk=gone.pk)
        dismiss_suspects(reports=reports, reason="r", user=admin_user)
    editor_client.get(PAGE, {"count": "1"})
    with django_assert_max_num_queries(12):
        editor_client.get(PAGE, {"count": "1"})


def test_dismissal__without_a_reason_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Dismissal.objects.create(reason="")
