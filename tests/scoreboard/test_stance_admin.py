import pytest
from django.utils import timezone

from scoreboard.dashboard import render_panel
from scoreboard.models import Bill, BillNumber, Correction, Stance, StanceChange, Term
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


@pytest.fixture
def data():
    return {"bill": make_bill().pk, "legislator": make_legislator().pk, "position": "supports"}


def test_stance__by_hand_needs_evidence(editor_client, data):
    response = editor_client.post("/admin/scoreboard/stances/create/", data)
    assert "Add a link that shows it." in response.text
    assert not Stance.objects.exists()


def test_stance__by_hand_says_by_whom_and_starts_a_history(editor_client, data):
    data["evidence_url"] = "https://example.org/speech"
    editor_client.post("/admin/scoreboard/stances/create/", data)
    stance = Stance.objects.get()
    assert (stance.origin, stance.entered_by.get_username()) == ("staff", "editor")
    assert StanceChange.objects.get().entered_by == stance.entered_by


def test_stance__corrected_by_hand_is_a_second_line(editor_client, data):
    bill, person = Bill.objects.get(), make_legislator("Ruth Lind")
    stance = make_stance(bill, person)
    data |= {"legislator": person.pk, "evidence_url": "https://example.org/speech"}
    editor_client.post(f"/admin/scoreboard/stances/edit/{stance.pk}/", data)
    line = StanceChange.objects.get()
    assert (line.before, line.position) == ("sponsoring", "supports")


def test_stance__a_second_one_on_the_same_bill_is_refused(editor_client, data):
    data["evidence_url"] = "https://example.org/speech"
    for _ in range(2):
        response = editor_client.post("/admin/scoreboard/stances/create/", data)
    assert "already has a stance" in response.text
    assert Stance.objects.count() == 1


def test_stance__deleted_by_hand_leaves_a_line(editor_client):
    stance = make_stance(make_bill(), make_legislator())
    editor_client.post(f"/admin/scoreboard/stances/delete/{stance.pk}/")
    assert not Stance.objects.exists()
    assert StanceChange.objects.get().position == "not_sponsoring"


def test_history__is_read_and_not_written(editor_client):
    bill, person = make_bill(), make_legislator()
    line = StanceChange.objects.create(
        bill=bill, legislator=person, before="not_sponsoring", position="supports", origin="file"
    )
    assert "Ada Moreno" in editor_client.get("/admin/scoreboard/history/").text
    assert editor_client.get(f"/admin/scoreboard/history/inspect/{line.pk}/").status_code == 200
    for action in (f"edit/{line.pk}", f"delete/{line.pk}", "create"):
        response = editor_client.get(f"/admin/scoreboard/history/{action}/")
        assert response.status_code in (302, 404)


def test_bills__say_when_they_were_last_current(editor_client):
    make_bill()
    now = timezone.now()
    BillNumber.objects.filter(slug="s4084-116").update(synced_at=now, problem="It is down (503).")
    page = editor_client.get("/admin/scoreboard/bills/").text
    assert "S.4084: current as of 0" in page
    assert "It is down (503)." in page
    assert "H.R.7356: not read yet" in page
    bill = Bill.objects.get()
    assert "It is down (503)." in editor_client.get(f"/admin/scoreboard/bills/edit/{bill.pk}/").text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("notify", "nobody", "Not an e-mail address: nobody")],
)
def test_bills__addresses_are_checked(field, value, words):
    bill = make_bill()
    setattr(bill, field, value)
    with pytest.raises(Exception, match=words):
        bill.full_clean()


def test_bills__earlier_versions_across_sessions():
    first = make_bill()
    second = Bill.objects.create(
        legislature=first.legislature, slug="s2052-117", title="Again", reintroduces=first
    )
    third = Bill.objects.create(
        legislature=first.legislature, slug="s681-118", title="Once more", reintroduces=second
    )
    assert third.earlier_versions() == [second, first]
    first.reintroduces = third
    with pytest.raises(Exception, match="its own earlier version"):
        first.full_clean()


def test_panel__tells_what_is_current_and_what_waits(admin_user, rf):
    make_bill()
    BillNumber.objects.filter(slug="s4084-116").update(synced_at=timezone.now())
    Correction.objects.create(legislator=make_legislator(), subject="other", words="wrong")
    request = rf.get("/admin/")
    request.user = admin_user
    html = render_panel(request)
    assert "S.4084: current as of" in html
    assert "1 report of a visitor waits" in html


def test_reports__are_decided_in_the_admin(editor_client):
    report = Correction.objects.create(
        legislator=make_legislator(), subject="contact", words="Old <b>phone</b>."
    )
    page = editor_client.get("/admin/scoreboard/corrections/").text
    assert "Old &lt;b&gt;phone" in page
    url = f"/admin/scoreboard/corrections/edit/{report.pk}/"
    assert "Old &lt;b&gt;phone" in editor_client.get(url).text
    editor_client.post(url, {"state": "accepted", "note": "done"})
    report.refresh_from_db()
    assert (report.state, report.note, report.decided_by.get_username()) == (
        "accepted",
        "done",
        "editor",
    )
    assert editor_client.get("/admin/scoreboard/corrections/create/").status_code in (302, 403, 404)


@pytest.mark.parametrize("name", ["legislatures", "chambers", "vacancies", "corrections"])
def test_admin__lists_open(editor_client, name):
    make_bill()
    assert editor_client.get(f"/admin/scoreboard/{name}/").status_code == 200


def test_term__by_staff_is_marked(editor_client):
    from wagtail.test.utils.form_data import inline_formset, nested_form_data

    person = make_legislator(slug="ada")
    fields = ("full_name", "given_name", "family_name", "slug", "scheme", "identifier", "state")
    form = {name: getattr(person, name) for name in fields}
    form |= {"chamber": person.chamber_id, "in_office": "on", "voting": "on"}
    term = {"chamber": person.chamber_id, "key": "own", "seat": "Mayor", "voting": "on"}
    form |= nested_form_data({"offices": inline_formset([]), "terms": inline_formset([term])})
    editor_client.post(f"/admin/scoreboard/legislators/edit/{person.pk}/", form)
    assert Term.objects.get().by_staff


def test_address__an_old_one_leads_to_the_new(client):
    person = make_legislator(slug="ada-moreno")
    person.slug = "ada-lind"
    person.save()
    assert person.former_addresses.get().slug == "ada-moreno"
    person.slug = "ada-moreno"
    person.save()
    assert person.former_addresses.get().slug == "ada-lind"
