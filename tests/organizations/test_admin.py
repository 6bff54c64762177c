import pytest
from wagtail.test.utils.form_data import nested_form_data

from campaign_blocks.organizations.models import Organization
from tests.organizations.factories import make_organization

pytestmark = pytest.mark.django_db
LIST = "/admin/organizations/organization/"


def test_menu__leads_to_the_organizations(editor_client):
    assert LIST in editor_client.get("/admin/").content.decode()


@pytest.mark.parametrize("number", [1, 50])
def test_list__costs_the_same_for_one_and_fifty(
    editor_client, django_assert_max_num_queries, number
):
    for one in range(number):
        make_organization(f"Organization {one}")
    editor_client.get(LIST)
    with django_assert_max_num_queries(25):
        assert editor_client.get(LIST).status_code == 200


def test_list__finds_by_name(editor_client):
    make_organization("Oakland Privacy")
    make_organization("Free Press")
    html = editor_client.get(LIST, {"q": "oakland"}).content.decode()
    assert "Oakland Privacy" in html and "Free Press" not in html


def test_create__stores_what_the_editor_typed(editor_client):
    data = nested_form_data(
        {
            "name": "Mijente",
            "slug": "mijente",
            "logo": "",
            "website": "https://mijente.example/",
            "privacy_url": "",
            "member": "on",
            "sort_order": "7",
        }
    )
    assert editor_client.post(LIST + "create/", data).status_code == 302
    assert Organization.objects.get().website == "https://mijente.example/"


def test_create__taken_short_name_is_said_at_the_field(editor_client):
    make_organization(slug="acme")
    data = {"name": "Acme 2", "slug": "acme", "logo": "", "sort_order": "1"}
    html = editor_client.post(LIST + "create/", data).content.decode()
    assert "already exists" in html and Organization.objects.count() == 1


def test_export__gives_every_organization_as_csv(editor_client):
    make_organization("Free Press", slug="free-press")
    response = editor_client.get(LIST, {"export": "csv"})
    assert b"Free Press,free-press" in b"".join(response.streaming_content)


def test_chooser__offers_organizations(editor_client):
    make_organization("Restore The Fourth")
    html = editor_client.get("/admin/organization_chooser/").json()["html"]
    assert "Restore The Fourth" in html


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "@SUM(1)", " +1"])
def test_export__holds_no_formula(editor_client, name):
    make_organization(name, slug="formula")
    text = b"".join(editor_client.get(LIST, {"export": "csv"}).streaming_content).decode()
    assert f"'{name}" in text
