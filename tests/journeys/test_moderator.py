"""Who signed is for moderators; legislators and organizations are for every editor."""

import csv
import io

import pytest

from tests.journeys.test_visitor import sign, someone

SIGNATURES = "/admin/petition/signature/"
EXPORT = "/admin/petitions/export/"


def menu(page):
    page.goto("/admin/")
    page.locator(".sidebar a").first.wait_for()
    return page.locator(".sidebar a").evaluate_all("all => all.map(link => link.pathname)")


@pytest.mark.parametrize("name", ["editor", "moderator"])
def test_menu__leads_to_legislators_and_organizations(name, sign_in):
    page = sign_in(name)
    offered = menu(page)
    for address in ("/admin/scoreboard/legislators/", "/admin/organizations/organization/"):
        assert address in offered
        assert page.goto(address).status == 200
        assert page.get_by_role("link", name="Edit", exact=False).count()
    assert (SIGNATURES in offered) == (name == "moderator")


def test_moderator__sees_a_signature_and_takes_the_list_home(moderator, desktop):
    desktop.goto("/")
    email = someone()
    sign(desktop, email, name="-Ana Lima")
    moderator.goto(f"{SIGNATURES}?q={email}")
    assert moderator.get_by_role("cell", name=email).is_visible()
    moderator.get_by_role("link", name="Export", exact=True).last.click()
    moderator.get_by_label("State").select_option("")
    moderator.get_by_label("Reason").fill("A journey")
    with moderator.expect_download() as loading:
        moderator.get_by_role("button", name="Make the file").click()
    text = loading.value.path().read_text(encoding="utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["email"] == email)
    assert row["name"] == "'-Ana Lima"


@pytest.mark.parametrize("address", [SIGNATURES, EXPORT])
def test_editor__gets_no_signatures(address, editor):
    answer = editor.request.get(address)
    assert answer.url.endswith("/admin/")
    assert "text/html" in answer.headers["content-type"]
