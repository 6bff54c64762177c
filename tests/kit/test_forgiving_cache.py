"""A cache server that is away costs nobody a page."""

import time
import uuid

import pytest

from campaign_blocks.kit import forgiving_cache
from campaign_blocks.kit.forgiving_cache import ForgivingRedisCache, breaker

NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture(autouse=True)
def awake():
    breaker.until = 0.0
    yield
    breaker.until = 0.0


@pytest.fixture
def away():
    return ForgivingRedisCache(NOBODY, {})


def test_away__reads_find_nothing(away):
    assert away.get("key", "default") == "default"
    assert away.get_many(["key"]) == {}
    assert away.has_key("key") is False
    assert away.get_or_set("key", lambda: "made") == "made"


def test_away__writes_say_what_was_not_written(away):
    away.set("key", 1)
    assert away.set_many({"one": 1, "two": 2}) == ["one", "two"]
    assert [away.add("key", 1), away.delete("key"), away.touch("key")] == [False] * 3
    away.delete_many(["key"])
    assert away.clear() is False


def test_away__counting_says_not_found(away):
    with pytest.raises(ValueError, match="not found"):
        away.incr("key")


def test_away__is_left_alone_for_a_while(away, monkeypatch, caplog):
    away.get("key")
    asked = []
    monkeypatch.setattr(forgiving_cache.RedisCacheClient, "get", lambda *a: asked.append(a) or 1)
    assert (away.get("key"), asked) == (None, [])
    breaker.until = time.monotonic()
    assert away.get("key") == 1
    assert caplog.text.count("Redis does not answer") == 1


@pytest.mark.service("redis")
def test_there__it_is_an_ordinary_cache(require_service):
    cache = ForgivingRedisCache(require_service("redis"), {"KEY_PREFIX": uuid.uuid4().hex})
    assert cache.set_many({"one": 1, "two": [2]}, 60) == []
    assert cache.get_many(["one", "two", "three"]) == {"one": 1, "two": [2]}
    assert [cache.add("one", 5, 60), cache.incr("one"), cache.touch("one", 60)] == [False, 2, True]
    cache.delete_many(["two"])
    assert [cache.has_key("one"), cache.delete("one"), cache.get("two")] == [True, True, None]
