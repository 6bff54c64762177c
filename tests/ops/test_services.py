import socket

import pytest

from deploy.services import __main__ as services
from deploy.services import packages, places
from deploy.services.postgresql import version
from deploy.services.redis import Redis


@pytest.fixture
def nothing_given(monkeypatch):
    monkeypatch.delenv("REDIS_TEST_URL", raising=False)


def test_free_port__steps_over_one_in_use():
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        assert places.free_port(port) > port


def test_begin__names_what_to_install(nothing_given, own_state, monkeypatch):
    monkeypatch.setattr(packages, "find", lambda *names: None)
    monkeypatch.setattr(packages, "apt_install", lambda package: False)
    said = services.begin(Redis({}))
    assert said == "redis: redis-server is not installed: install the package redis-server"


def test_given_address__is_used_and_never_started(own_state, monkeypatch):
    monkeypatch.setenv("REDIS_TEST_URL", "redis://127.0.0.1:1/0")
    service = Redis({})
    service.start()
    assert service.address == "redis://127.0.0.1:1/0"
    assert not list(own_state.iterdir())


def test_await_answer__says_where_nobody_answers(own_state, monkeypatch):
    monkeypatch.setenv("REDIS_TEST_URL", "redis://127.0.0.1:1/0")
    monkeypatch.setattr(Redis, "patience", 0.1)
    assert "does not answer at redis://127.0.0.1:1/0" in services.await_answer(Redis({}))


def test_postgresql_folders__newest_version_wins(tmp_path):
    folders = [tmp_path / name / "bin" for name in ("9", "15", "common")]
    assert max(folders, key=version).parent.name == "15"


@pytest.mark.service("redis")
def test_redis__answers(require_service):
    assert Redis({"REDIS_TEST_URL": require_service("redis")}).answers()
