import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from scoreboard.models import Bill, Legislator, Stance
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db

LISTS = ["scoreboard/legislators", "scoreboard/bills", "scoreboard/stances"]


@pytest.fixture
def records():
    bill, person = make_bill(), make_legislator("=Ada Moreno", phone="202-224-5141")
    return {"bill": bill, "person": person, "stance": make_stance(bill, person)}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("query", ["", "?q=moreno", "?q=%22"])
def test_admin__lists_and_searches(editor_client, records, name, query):
    assert editor_client.get(f"/admin/{name}/{query}").status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_admin__the_form_for_a_new_record_opens(editor_client, name):
    assert editor_client.get(f"/admin/{name}/create/").status_code == 200


def test_admin__a_legislator_is_inspected_and_edited(editor_client, records):
    pk = records["person"].pk
    assert "202-224-5141" in editor_client.get(f"/admin/scoreboard/legislators/inspect/{pk}/").text
    assert editor_client.get(f"/admin/scoreboard/legislators/edit/{pk}/").status_code == 200


def test_admin__an_edit_is_saved_and_marked(editor_client, records):
    person = records["person"]
    fields = ("full_name", "given_name", "family_name", "slug", "scheme", "identifier", "state")
    data = {name: getattr(person, name) for name in fields}
    data |= {"chamber": person.chamber_id, "in_office": "on", "voting": "on", "phone": "1"}
    data |= nested_form_data({"offices": inline_formset([]), "terms": inline_formset([])})
    response = editor_client.post(f"/admin/scoreboard/legislators/edit/{person.pk}/", data)
    assert response.status_code == 302
    assert Legislator.objects.get(pk=person.pk).phone == "1"


def test_admin__an_export_holds_no_formula(editor_client, records):
    response = editor_client.get("/admin/scoreboard/legislators/?export=csv")
    text = b"".join(response.streaming_content).decode()
    assert "'=Ada Moreno" in text


def test_admin__a_text_too_long_for_a_post_is_refused(editor_client, records):
    bill = records["bill"]
    data = {"title": bill.title, "slug": bill.slug, "legislature": bill.legislature_id}
    data["status"] = "introduced"
    data["ask_post"] = "too long " * 40
    data |= nested_form_data({"numbers": inline_formset([])})
    response = editor_client.post(f"/admin/scoreboard/bills/edit/{bill.pk}/", data)
    assert "X holds 280" in response.text
    assert Bill.objects.get(pk=bill.pk).ask_post == ""


def test_admin__opposing_needs_evidence(editor_client, records):
    person = make_legislator("Ruth Lind")
    data = {"bill": records["bill"].pk, "legislator": person.pk, "position": "opposes"}
    response = editor_client.post("/admin/scoreboard/stances/create/", data)
    assert "Add a link that shows it." in response.text
    assert not Stance.objects.filter(legislator=person).exists()


@pytest.mark.parametrize("name", ["legislator_chooser", "bill_chooser"])
def test_admin__choosers_offer_records(editor_client, records, name):
    response = editor_client.get(f"/admin/{name}/")
    assert response.status_code == 200
    assert "Moreno" in response.text or "Moratorium" in response.text


@pytest.mark.parametrize("number", [1, 50])
def test_admin__the_list_does_not_grow_in_queries(
    editor_client, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_legislator()
    editor_client.get("/admin/scoreboard/legislators/")
    with django_assert_max_num_queries(25):
        editor_client.get("/admin/scoreboard/legislators/")


def test_panel__tells_the_numbers(records, rf):
    from scoreboard.dashboard import render_panel

    html = render_panel(rf.get("/admin/"))
    assert "S.4084 / H.R.7356" in html
    assert "1 sponsors the bill" in html
    assert "1 legislator in office" in html
