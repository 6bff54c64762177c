"""Versions of record families: bumped now, again on commit, and healed when read."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import RequestFactory
from wagtail.models import Site

from campaign_blocks.kit import versions
from home.models import SiteSettings


def version(family="places"):
    return versions.read([family])[family]


def test_read__heals_a_lost_version():
    first = version()
    assert first
    assert version() == first
    cache.clear()
    assert version() not in {"", first}


@pytest.mark.django_db
def test_bump__counts_at_once_for_this_transaction():
    before = version()
    versions.bump("places")
    assert version() != before


@pytest.mark.django_db
def test_bump__leaves_other_families():
    before = version("organizations")
    versions.bump("places")
    assert version("organizations") == before


@pytest.mark.django_db
def test_bump__counts_again_on_commit(django_capture_on_commit_callbacks):
    """A page rendered between the change and its commit holds the old record."""
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        versions.bump("places")
        meanwhile = version()
    assert version() != meanwhile


@pytest.mark.django_db
def test_bump__of_a_rolled_back_change_still_renews():
    before = version()
    with pytest.raises(RuntimeError), transaction.atomic():
        versions.bump("places")
        raise RuntimeError
    assert version() != before


@pytest.mark.django_db
def test_saved_and_deleted_records__bump():
    site = Site.objects.create(hostname="two.example", root_page_id=1)
    seen = [version("site")]
    site.save()
    seen.append(version("site"))
    site.delete()
    seen.append(version("site"))
    assert len(set(seen)) == 3


@pytest.mark.django_db
def test_site_settings__bump_the_site(home_page):
    before = version("site")
    SiteSettings.for_site(Site.objects.get(is_default_site=True)).save()
    assert version("site") != before


def test_request__reads_once(mocker_cache):
    request = RequestFactory().get("/")
    first = versions.of(request)
    asked = mocker_cache()
    assert versions.of(request) is first
    assert versions.fingerprint(request)
    assert mocker_cache() == asked


@pytest.fixture
def mocker_cache(monkeypatch):
    """How often the shared cache was asked."""
    count, get_many = [0], cache.get_many

    def counted(*args, **kwargs):
        count[0] += 1
        return get_many(*args, **kwargs)

    monkeypatch.setattr(cache, "get_many", counted, raising=False)
    return lambda: count[0]
