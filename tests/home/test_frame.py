import pytest
import wagtail_factories
from django.urls import reverse

from home.frame import frame_of
from home.models import SiteSettings, StandardPage


@pytest.fixture
def asked(rf, home_page):
    """A function that answers the frame of a fresh request."""
    return lambda: frame_of(rf.get("/", HTTP_HOST="localhost"))


def settings_of(page):
    return SiteSettings.for_site(page.get_site())


def test_frame__shows_a_changed_name_on_the_next_request(asked, home_page):
    chosen = settings_of(home_page)
    assert asked().name == chosen.name
    chosen.name = "Ban it"
    chosen.save()
    assert asked().name == "Ban it"


def test_menu__holds_published_pages_that_want_to_be_in_it(asked, home_page):
    home_page.add_child(instance=StandardPage(title="About", slug="about", show_in_menus=True))
    home_page.add_child(instance=StandardPage(title="Hidden", slug="hidden"))
    draft = StandardPage(title="Draft", slug="draft", show_in_menus=True, live=False)
    home_page.add_child(instance=draft)
    assert asked().nav == (("About", "/about/"),)


def test_menu__holds_map_and_scoreboard_where_wanted(asked, home_page):
    chosen = settings_of(home_page)
    chosen.map_in_menu = chosen.scoreboard_in_menu = True
    chosen.save()
    assert asked().nav == (("Map", "/map/"), ("Scoreboard", "/scoreboard/"))


def test_logo__stands_in_the_masthead(asked, client, home_page):
    chosen = settings_of(home_page)
    chosen.logo = wagtail_factories.ImageFactory(file__width=640, file__height=176)
    chosen.save()
    assert asked().logo["height"] == "44"
    assert asked().logo["src"] in client.get("/", HTTP_HOST="localhost").content.decode()


def test_settings_form__says_what_became_of_a_pale_colour(editor_client, home_page):
    chosen = settings_of(home_page)
    chosen.primary_colour = "#FFD400"
    chosen.save()
    address = reverse("wagtailsettings:edit", args=["home", "sitesettings", chosen.site_id])
    assert "We use black text instead (13.1:1)" in editor_client.get(address).content.decode()


def test_privacy_page__is_linked_only_while_it_is_published(asked, home_page):
    page = home_page.add_child(instance=StandardPage(title="Privacy", slug="privacy"))
    chosen = settings_of(home_page)
    chosen.privacy_page = page
    chosen.save()
    assert asked().privacy_url == "/privacy/"
    page.unpublish()
    assert asked().privacy_url == ""


def test_brand_stylesheet__exists_only_for_colours_of_ones_own(asked, client, home_page):
    assert asked().brand_digest == ""
    chosen = settings_of(home_page)
    chosen.primary_colour = "#FFD400"
    chosen.save()
    digest = asked().brand_digest
    response = client.get(f"/brand-{digest}.css", HTTP_HOST="localhost")
    assert response["Content-Type"] == "text/css"
    assert "immutable" in response["Cache-Control"]
    assert client.get("/brand-000000000000.css").status_code == 404


@pytest.mark.parametrize("wrong", ["red", "#FFF", "FFD400", "#GGGGGG"])
def test_colour__is_refused_with_an_example(home_page, wrong):
    from django.core.exceptions import ValidationError

    chosen = settings_of(home_page)
    chosen.primary_colour = wrong
    with pytest.raises(ValidationError, match="for example #C8102E"):
        chosen.full_clean()
