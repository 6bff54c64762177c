"""The desk's pages: what stands out, what is held in bulk, which domains are disposable."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from campaign_blocks.petition import disposable
from campaign_blocks.petition.models import (
    BulkAction,
    DeskFinding,
    DeskLook,
    DisposableDomain,
    Signature,
)
from campaign_blocks.petition.services.bulk_worker import bulk_step
from campaign_blocks.petition.services.fraud_look import FraudLook, latest
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_crowd, make_petition, make_signature

HOME = b"\xabhome-network-dig"[:16]
DESK, BULK = "/admin/petition/desk/", "/admin/petition/bulk/"


def look():
    worker = FraudLook()
    while worker.run():
        pass
    return latest()


def findings(kind, petition=None):
    rows = latest().findings.filter(kind=kind, petition=petition)
    return {row.label: row for row in rows}


@pytest.fixture
def crowd(petition, settings):
    """Seven from one network and one domain in a petition, twelve from the Vatican in another."""
    settings.SIGN_RATE_LIMIT = "5/5m"
    for n in range(7):
        make_signature(petition, address_block=HOME, email=f"a{n}@odd.example")
    other = make_petition()
    for n in range(12):
        make_signature(other, country="VA", postal_code="00120", email=f"b{n}@gmail.com")
    make_crowd(other, 200, "gmail.com")
    judge()
    return petition


def test_look__networks_and_domains(crowd):
    look()
    network = findings("network")[HOME.hex()[:8]]
    assert (network.amount, network.held) == (7, 2)
    assert findings("domain")["odd.example"].amount == 7
    assert "gmail.com" not in findings("domain"), "a large provider says nothing"


def test_look__the_vatican_rule(crowd):
    look()
    places = findings("place")
    assert set(places) == {"VA", "California"}
    assert places["VA"].times > 1000 > places["California"].times


def test_look__a_state_at_the_countrys_pace_does_not_stand_out(petition):
    shares = {"94110": 39, "77001": 29, "32003": 21, "10001": 20, "19019": 13, "60601": 13}
    for n, code in enumerate(code for code, number in shares.items() for _ in range(number)):
        make_signature(petition, postal_code=code, email=f"s{n}@gmail.com")
    look()
    assert findings("place") == {}


def test_look__bursts_and_reasons(crowd):
    hours_ago = timezone.now() - timedelta(hours=3)
    minute = hours_ago.replace(second=30, microsecond=0)
    Signature.objects.update(created_at=minute)
    Signature.objects.filter(country="VA").update(created_at=minute - timedelta(minutes=9))
    Signature.objects.filter(address_block=HOME).update(created_at=minute + timedelta(hours=1))
    look()
    assert [row.amount for row in findings("burst").values()] == [200, 12], "seven are no burst"
    assert findings("reason")["Too many from one network"].amount == 2


def test_look__of_each_petition(crowd):
    look()
    assert findings("network", crowd)[HOME.hex()[:8]].amount == 7
    assert findings("place", crowd) == {}


def test_look__only_of_the_last_day(crowd):
    Signature.objects.update(created_at=timezone.now() - timedelta(hours=25))
    look()
    assert not DeskFinding.objects.exists()


def test_look__every_five_minutes_by_one_worker(crowd):
    look()
    assert FraudLook().run() == 0
    DeskLook.objects.update(started_at=timezone.now() - timedelta(minutes=6))
    assert FraudLook().run() == 1


def test_look__half_done_is_not_shown(crowd):
    worker = FraudLook()
    worker.run()
    worker.run()
    assert latest() is None


def test_look__old_ones_go(crowd):
    look()
    DeskLook.objects.update(started_at=timezone.now() - timedelta(hours=26))
    look()
    assert DeskLook.objects.count() == 1


@pytest.fixture
def desk(crowd, editor_client):
    look()
    return editor_client


def test_desk__shows_short_digests_and_no_address(desk):
    page = desk.get(DESK).content.decode()
    assert HOME.hex()[:8] in page
    assert HOME.hex() not in page
    assert "odd.example" in page
    assert "Holy See" in page or "Vatican" in page


def test_desk__the_place_furthest_above_its_share_comes_first(desk):
    places = next(one for one in desk.get(DESK).context["sections"] if one.kind == "place")
    assert [row.times for row in places.rows] == sorted(
        (row.times for row in places.rows), reverse=True
    )
    assert len(places.rows) == 2


def test_desk__of_one_petition(desk, crowd):
    page = desk.get(f"{DESK}{crowd.pk}/").content.decode()
    assert "odd.example" in page
    assert "California" not in page


@pytest.mark.parametrize("rows", [1, 18])
def test_desk__queries_do_not_grow(desk, django_assert_max_num_queries, rows):
    made = latest()
    DeskFinding.objects.bulk_create(
        DeskFinding(look=made, kind="domain", label=f"d{n}", amount=9, held=0, criteria={"x": 1})
        for n in range(rows)
    )
    with django_assert_max_num_queries(14):
        desk.get(DESK)


def test_desk__before_the_first_look(editor_client, db):
    assert "has not looked yet" in editor_client.get(DESK).content.decode()


def test_finding__leads_to_its_signatures_without_a_name_in_the_address(desk):
    row = findings("domain")["odd.example"]
    assert f"{DESK}finding/{row.pk}/" in desk.get(DESK).content.decode()
    page = desk.get(f"{DESK}finding/{row.pk}/").content.decode()
    assert page.count("@odd.example</td>") == 7
    assert "Suspect: Too many from one network" in page


def form_of(page):
    fields = page.context["form"]
    return {name: fields[name].value() or "" for name in fields.fields}


def test_hold_these__is_counted_first_and_then_held(desk):
    row = findings("network")[HOME.hex()[:8]]
    data = form_of(desk.get(f"{BULK}new/?finding={row.pk}")) | {"reason": "bots"}
    answer = desk.post(f"{BULK}new/", data, follow=True)
    assert "7 signatures would be changed" in answer.content.decode()
    assert set(Signature.objects.values_list("suspect_for", flat=True)) == {"", "address"}
    action = BulkAction.objects.get()
    desk.post(f"{BULK}{action.pk}/start/")
    while bulk_step():
        pass
    assert Signature.objects.filter(suspect_for="staff").count() == 7
    assert "Done: 7 of 7" in desk.get(f"{BULK}{action.pk}/").content.decode()


def test_bulk__an_empty_filter_is_refused_with_the_reason(desk):
    answer = desk.post(f"{BULK}new/", {"kind": "hold", "reason": "bots"})
    assert answer.status_code == 422
    assert "Choose at least one thing to filter by" in answer.content.decode()
    assert not BulkAction.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "delete"),
        ("petition", "999999"),
        ("petition", "1 OR 1=1"),
        ("address", "zz"),
        ("address", "ab" * 40),
        ("since", "yesterday"),
        ("us_state", "XX"),
        ("suspect_for", "x"),
        ("state", "erased"),
        ("country", "USA"),
        ("reason", "x" * 301),
        ("reason", ""),
    ],
)
def test_bulk__bad_input_names_the_field(desk, field, value):
    data = {"kind": "hold", "reason": "bots", "source": "x", field: value}
    answer = desk.post(f"{BULK}new/", data)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not BulkAction.objects.exists()


@pytest.mark.parametrize("finding", ["x", "-1", "99999999", "1e9", "1%00"])
def test_bulk__an_unknown_finding_is_not_found(desk, finding):
    assert desk.get(f"{BULK}new/?finding={finding}").status_code == 404


@pytest.mark.parametrize("step", ["start", "cancel", "undo"])
def test_bulk__a_get_changes_nothing(desk, step):
    desk.post(f"{BULK}new/", {"kind": "hold", "reason": "bots", "country": "VA"})
    action = BulkAction.objects.get()
    assert desk.get(f"{BULK}{action.pk}/{step}/").status_code == 405
    action.refresh_from_db()
    assert action.state == "previewed"


def test_bulk__pressed_twice_starts_once(desk):
    desk.post(f"{BULK}new/", {"kind": "hold", "reason": "bots", "country": "VA"})
    action = BulkAction.objects.get()
    desk.post(f"{BULK}{action.pk}/start/")
    page = desk.post(f"{BULK}{action.pk}/start/", follow=True).content.decode()
    assert "not possible any more" in page


@pytest.mark.parametrize("rows", [1, 25])
def test_bulk_list__queries_do_not_grow(desk, django_assert_max_num_queries, rows):
    for _ in range(rows):
        BulkAction.objects.create(
            kind="hold", criteria={"country": "VA"}, up_to=1, reason="r", counted=1
        )
    with django_assert_max_num_queries(12):
        desk.get(BULK)


PAGES = [DESK, BULK, f"{BULK}new/", f"{DESK}domains/", "/admin/petition/switches/"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("group", "status"), [("Moderators", 200), ("Editors", 302), (None, 302)])
def test_pages__are_for_moderators(client, django_user_model, crowd, path, group, status):
    user = django_user_model.objects.create_user("mo", "mo@example.org", "pass-word-12")
    if group:
        user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    assert client.get(path).status_code == status
    answer = client.post(path, {"kind": "hold", "reason": "r", "country": "VA", "domains": "a.b"})
    if status == 302:
        assert answer.status_code == 302
        assert not BulkAction.objects.exists()
        assert not DisposableDomain.objects.filter(domain="a.b").exists()


def test_domains__a_list_is_pasted(editor_client, db):
    text = "# mine\nNew.example\n\n@Other.example  # seen today\nmailinator.com\nbücher.example"
    page = editor_client.post(f"{DESK}domains/", {"domains": text}, follow=True)
    assert "3 domains added" in page.content.decode()
    assert DisposableDomain.objects.filter(domain="xn--bcher-kva.example").exists()
    assert {"new.example", "other.example"} <= disposable.disposable_domains()


@pytest.mark.parametrize("line", ["nodot", "a b.example", "http://x", "<b>.example", "a..b", "."])
def test_domains__a_bad_line_is_named_and_nothing_stored(editor_client, db, line):
    before = DisposableDomain.objects.count()
    answer = editor_client.post(f"{DESK}domains/", {"domains": f"good.example\n{line}"})
    assert answer.status_code == 422
    assert "2: " in answer.content.decode()
    assert DisposableDomain.objects.count() == before


def test_domains__are_removed(editor_client, db):
    editor_client.post(f"{DESK}domains/", {"remove": ["mailinator.com", "yopmail.com"]})
    assert not disposable.disposable_domains() & {"mailinator.com", "yopmail.com"}


def test_domains__the_first_list_is_clean(db):
    from campaign_blocks.petition.models.disposable_domain import clean_domain

    found = disposable.disposable_domains()
    assert len(found) > 300
    assert all(clean_domain(name) == name for name in found)
