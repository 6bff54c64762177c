"""Redis as a cache that may be away: what it cannot answer counts as not found.

After a failure the process leaves it alone for some seconds, so that a hanging server costs one
visitor a moment, not every visitor every time. `set_many` names the keys that were not written.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

log = logging.getLogger("campaign.cache")

TIMEOUTS = {"socket_connect_timeout": 0.3, "socket_timeout": 0.5}


class Breaker:
    """One for the whole process: every thread has a cache object of its own."""

    SECONDS = 5.0

    def __init__(self) -> None:
        self.until = 0.0

    def ask(self, question: Callable[..., Any], *arguments: Any, otherwise: Any) -> Any:
        if time.monotonic() < self.until:
            return otherwise
        try:
            return question(*arguments)
        except RedisError as error:
            self.until = time.monotonic() + self.SECONDS
            log.warning("Redis does not answer (%s); going on without it.", type(error).__name__)
            return otherwise


breaker = Breaker()


class ForgivingClient(RedisCacheClient):
    def add(self, *arguments: Any) -> bool:
        return bool(breaker.ask(super().add, *arguments, otherwise=False))

    def get(self, key: Any, default: Any) -> Any:
        return breaker.ask(super().get, key, default, otherwise=default)

    def set(self, *arguments: Any) -> None:
        breaker.ask(super().set, *arguments, otherwise=None)

    def touch(self, *arguments: Any) -> bool:
        return bool(breaker.ask(super().touch, *arguments, otherwise=False))

    def delete(self, key: Any) -> bool:
        return bool(breaker.ask(super().delete, key, otherwise=False))

    def get_many(self, keys: Iterable[Any]) -> dict[Any, Any]:
        found: dict[Any, Any] = breaker.ask(super().get_many, keys, otherwise={})
        return found

    def has_key(self, key: Any) -> bool:
        return bool(breaker.ask(super().has_key, key, otherwise=False))

    def incr(self, key: Any, delta: int) -> int:
        """Django's word for a key that is not there."""
        answer = breaker.ask(super().incr, key, delta, otherwise=None)
        if answer is None:
            raise ValueError(f"Key {key!r} not found.")
        return int(answer)

    def set_many(self, data: Mapping[Any, Any], timeout: Any) -> Any:
        """Whether it was written."""
        return breaker.ask(super().set_many, data, timeout, otherwise=False) is not False

    def delete_many(self, keys: Iterable[Any]) -> None:
        breaker.ask(super().delete_many, keys, otherwise=None)

    def clear(self) -> bool:
        return bool(breaker.ask(super().clear, otherwise=False))


class ForgivingRedisCache(RedisCache):
    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, {**params, "OPTIONS": {**TIMEOUTS, **params.get("OPTIONS", {})}})
        self._class = ForgivingClient

    def set_many(
        self,
        data: Mapping[str, Any],
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> list[str]:
        keys = {self.make_and_validate_key(key, version=version): data[key] for key in data}
        client: Any = self._cache
        written = not keys or client.set_many(keys, self.get_backend_timeout(timeout))
        return [] if written else list(data)
