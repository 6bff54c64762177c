import os
import sys
from pathlib import Path

import pytest
from django.core.cache import caches

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

# A browser keeps an event loop open in the process that tests queries, too.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def empty_caches():
    """Cached pages and sites of one test mean nothing to the next."""
    for name in ("default", "bodies", "renditions"):
        caches[name].clear()


@pytest.fixture
def shared_data():
    """The folder of real public test data beside the checkout."""
    if not SHARED.exists():
        pytest.skip("the public test data is not beside this checkout")
    return SHARED


@pytest.fixture
def home_page(db):
    """An empty home page at the root of the default site."""
    from wagtail.models import Page, Site

    from home.models import HomePage

    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Campaign", slug="campaign-home", locale_id=1))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "port": 80}
    )
    return home


@pytest.fixture
def editor_client(client, django_user_model):
    """A browser signed in as a superuser."""
    user = django_user_model.objects.create_superuser("editor", "e@example.org", "pass-word-12")
    client.force_login(user)
    return client


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Journeys last: their browser stays open, and no other may be started beside it."""
    items.sort(key=lambda item: "journeys" in item.path.parts)
