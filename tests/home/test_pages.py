import pytest

from home.models import CampaignPage, HomePage, StandardPage


@pytest.mark.parametrize("page_type", [HomePage, CampaignPage, StandardPage])
def test_page_type__tells_editors_what_it_is_for(page_type):
    assert len(str(page_type.page_description)) > 20


@pytest.mark.parametrize("page_type", [CampaignPage, StandardPage])
def test_page__without_any_section_still_renders(client, home_page, page_type):
    home_page.add_child(instance=page_type(title="Empty", slug="empty"))
    response = client.get("/empty/")
    assert response.status_code == 200
    assert b"<h1" in response.content


def test_changed_title__shows_on_the_next_request(client, home_page):
    page = home_page.add_child(instance=StandardPage(title="Before", slug="page"))
    assert b"Before" in client.get("/page/").content
    page.title = "After"
    page.save_revision().publish()
    assert b"After" in client.get("/page/").content


def test_draft__stays_invisible(client, home_page):
    page = home_page.add_child(instance=StandardPage(title="Before", slug="page"))
    page.title = "Draft"
    page.save_revision()
    assert b"Draft" not in client.get("/page/").content


def test_arabic_and_huge_titles__render(client, home_page):
    for number, title in enumerate(
        ("حظر التعرف على الوجه", "W" * 255, "<script>alert(1)</script>")
    ):
        home_page.add_child(instance=StandardPage(title=title, slug=f"page-{number}"))
        response = client.get(f"/page-{number}/")
        assert response.status_code == 200
        assert b"<script>alert" not in response.content
