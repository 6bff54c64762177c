import socket
import threading
import time

import pytest

from campaign_blocks.kit import searching
from campaign_blocks.kit.searching import search_records
from campaign_blocks.organizations.models import Organization
from tests.organizations.factories import make_organization
from tests.search.conftest import DATABASE, elastic

pytestmark = pytest.mark.django_db


def find(words):
    return [one.name for one in search_records(Organization.objects.members(), words, 10)]


@pytest.fixture
def closed_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def silent_port():
    """Takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        held = []
        threading.Thread(target=lambda: held.append(listener.accept()), daemon=True).start()
        yield listener.getsockname()[1]
        for connection, _ in held:
            connection.close()


def choose(settings, port):
    address = f"http://127.0.0.1:{port}"
    settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE, "database": DATABASE}
    organization = make_organization("Free Press")
    from wagtail.search.index import insert_or_update_object

    insert_or_update_object(organization)
    settings.WAGTAILSEARCH_BACKENDS = {"default": elastic(address), "database": DATABASE}
    searching.server.reset()


def test_dead_server__the_database_answers(settings, closed_port):
    choose(settings, closed_port)
    assert find("press") == ["Free Press"]


def test_silent_server__the_database_answers_within_the_limit(settings, silent_port):
    choose(settings, silent_port)
    began = time.monotonic()
    assert find("press") == ["Free Press"]
    # The client's own patience is 10 seconds; the rest is for a busy machine.
    assert time.monotonic() - began < searching.SERVER_SECONDS + 4


def test_dead_server__is_not_asked_again_for_a_while(settings, silent_port):
    choose(settings, silent_port)
    find("press")
    began = time.monotonic()
    assert find("press") == ["Free Press"]
    assert time.monotonic() - began < searching.SERVER_SECONDS


def test_dead_server__is_asked_again_after_the_rest(settings, closed_port, monkeypatch, caplog):
    choose(settings, closed_port)
    find("press")
    later = time.monotonic() + searching.REST_SECONDS + 1
    monkeypatch.setattr(searching.time, "monotonic", lambda: later)
    caplog.clear()
    find("press")
    assert "did not answer" in caplog.text


def test_saving__works_while_the_server_is_down(settings, closed_port):
    choose(settings, closed_port)
    assert make_organization("Mijente").pk


def test_database_error__is_not_hidden(settings, monkeypatch):
    settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE, "database": DATABASE}

    def broken(*args, **kwargs):
        raise RuntimeError("the database is gone")

    monkeypatch.setattr(searching, "_search", broken)
    with pytest.raises(RuntimeError):
        find("press")
