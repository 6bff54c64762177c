import os
import sys
from functools import partial
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection

from tests import database_copies

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

# A browser keeps an event loop open in the process that tests queries, too.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def empty_caches():
    """Cached pages and sites of one test mean nothing to the next."""
    for name in ("default", "bodies", "renditions"):
        caches[name].clear()


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_blocker, django_db_modify_db_settings
):
    """A migrated, empty database of this process: a copy where another one has migrated."""
    former, reuse = connection.settings_dict["NAME"], request.config.getvalue("reuse_db")
    afresh = request.config.getvalue("create_db")
    make = partial(connection.creation.create_test_db, 0, autoclobber=True, serialize=False)
    with django_db_blocker.unblock(), database_copies.alone(connection):
        copies = database_copies.originals(connection)
        if reuse and not afresh:
            make(keepdb=True)
        elif afresh or not copies.take():
            make()
            copies.give()
    yield
    if not reuse:
        with django_db_blocker.unblock():
            connection.creation.destroy_test_db(former, verbosity=0)


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
    """A browser signed in as a superuser.

    Wagtail asks for the permissions of each kind of record once in a process, whoever comes first;
    figures of pages are those of every later visit.
    """
    user = django_user_model.objects.create_superuser("editor", "e@example.org", "pass-word-12")
    client.force_login(user)
    if not hasattr(editor_client, "has_come"):
        client.get("/admin/")
        editor_client.has_come = True
    return client


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """The marks of --dist=loadgroup are lost on the way with this pytest."""
    from tests.groups import Groups

    return Groups(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Faults begin early: the rest of the run fills the other process meanwhile."""
    items.sort(key=lambda item: item.path.parent.name not in ("journeys", "faults"))
