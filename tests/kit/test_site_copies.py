"""The site of a request comes from memory, and nothing a request does to it reaches another."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from campaign_blocks.kit import versions
from cms.middleware.site import SiteMiddleware


@pytest.fixture
def found(home_page):
    """The site object that a fresh request gets, as its view sees it."""

    def find(path="/", host="localhost"):
        request = RequestFactory().get(path, headers={"host": host})
        SiteMiddleware(lambda inner: None)(request)
        return getattr(request, "_wagtail_site", "not set")

    return find


def test_second_request__asks_no_database(found, django_assert_num_queries):
    first = found()
    with django_assert_num_queries(0):
        second = found()
        assert second == first
        assert second.root_page == first.root_page


def test_copies__share_nothing_that_changes(found):
    first = found()
    first.hostname = "changed.example"
    first.root_page.title = "Changed"
    first.root_page.specific.title = "Changed"
    first._state.fields_cache["extra"] = 1
    second = found()
    assert (second.hostname, second.root_page.title) == ("localhost", "Campaign")
    assert second.root_page.specific.title == "Campaign"
    assert "extra" not in second._state.fields_cache


def test_changed_site__is_found_anew(found):
    found()
    site = Site.objects.get(is_default_site=True)
    site.site_name = "New name"
    site.save()
    assert found().site_name == "New name"


def test_changed_root_page__is_found_anew(found, home_page):
    found()
    home_page.title = "New title"
    home_page.save_revision().publish()
    assert found().root_page.title == "New title"


def test_hosts__get_their_own_site(found):
    Site.objects.create(hostname="two.example", root_page_id=1)
    assert found(host="two.example").hostname == "two.example"
    assert found().hostname == "localhost"


def test_no_site__is_none_and_not_kept(found):
    Site.objects.all().delete()
    assert found() is None
    Site.objects.create(hostname="localhost", is_default_site=True, root_page_id=1)
    versions.bump("site")
    assert found() is not None


@pytest.mark.parametrize("path", ["/admin/", "/healthz", "/readyz", "/static/x.css"])
def test_paths_without_pages__ask_for_no_site(found, path):
    assert found(path) == "not set"
