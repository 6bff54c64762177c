import os
import uuid
from contextlib import ExitStack

import pytest
from django.test import override_settings
from wagtail import hooks
from wagtail.search.backends import get_search_backend, get_search_backends
from wagtail.search.index import get_indexed_models

from campaign_blocks.kit import searching

DATABASE = {"BACKEND": "wagtail.search.backends.database"}


def elastic(url):
    return {
        "BACKEND": "wagtail.search.backends.elasticsearch8",
        "URLS": [url],
        "INDEX_PREFIX": f"test_{uuid.uuid4().hex[:12]}_",
        "TIMEOUT": 10,
        "OPTIONS": {"max_retries": 0},
        "ATOMIC_REBUILD": False,
    }


@pytest.fixture(autouse=True)
def fresh_server():
    searching.server.reset()
    yield
    searching.server.reset()


@pytest.fixture(
    params=["database", pytest.param("elasticsearch", marks=pytest.mark.service("elasticsearch"))]
)
def backend(request, settings, db):
    """The same test on the database and on a real Elasticsearch."""
    if request.param == "database":
        settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE}
    else:
        config = request.getfixturevalue("elastic_indexes")
        settings.WAGTAILSEARCH_BACKENDS = {"default": dict(config), "database": DATABASE}
        server = get_search_backend("default").es
        empty(server, config["INDEX_PREFIX"] + "*")
    yield request.param
    assert not searching.server.resting, "the server failed and the database answered for it"


def empty(server, names):
    """Deletes every document, also those that a test wrote since the last refresh.

    Without the first refresh the deletion works on an old view and stops with a conflict.
    """
    server.indices.refresh(index=names)
    server.delete_by_query(index=names, query={"match_all": {}}, refresh=True)


@pytest.fixture(scope="session")
def elastic_indexes():
    """Empty indexes of this run; a server that does not answer fails here, not silently later."""
    config = elastic(os.environ["ELASTICSEARCH_TEST_URL"])
    with override_settings(WAGTAILSEARCH_BACKENDS={"default": config}):
        server = get_search_backend("default")
        server.es.info()
        make_indexes(server)
    yield config
    server.es.indices.delete(index=config["INDEX_PREFIX"] + "*")


def make_indexes(server):
    made = {}
    for model in get_indexed_models():
        index = server.get_index_for_model(model)
        if index.name not in made:
            made[index.name] = server.rebuilder_class(index).start()
        made[index.name].add_model(model)


@pytest.fixture
def index(backend):
    """Puts records into every index at once, as the background task does after a commit."""

    def add(*records):
        for one in get_search_backends(with_auto_update=True):
            for record in records:
                one.add(getattr(record, "specific", record))
            if one.catch_indexing_errors:
                one.refresh_indexes()

    return add


@pytest.fixture
def hooks_for():
    """Registers a hook for the length of one test."""
    with ExitStack() as stack:
        yield lambda name, function: stack.enter_context(hooks.register_temporarily(name, function))
