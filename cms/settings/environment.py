"""Reading the environment: every value is checked; a wrong one stops the start with a sentence."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

Value = TypeVar("Value")

DATABASES = {"sqlite", "postgres", "postgresql", "psql", "pgsql"}
CACHES = {"redis", "rediss", "locmemcache"}
MAIL = {"smtp", "smtps", "smtp+tls", "smtp+ssl", "filemail", "consolemail", "memorymail"}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def required(name: str) -> str:
    """The value of a variable that production cannot do without."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"Set {name}: production does not start without it.")
    return value


def parsed(name: str, default: str, parse: Callable[[str], Value], shape: str) -> Value:
    value = text(name) or default
    try:
        return parse(value)
    except (ValueError, TypeError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be {shape}.") from error


def number(name: str, default: int) -> int:
    return parsed(name, str(default), int, "a whole number")


def listed(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def addresses(name: str) -> list[str]:
    """E-mail addresses, separated by commas."""

    def parse(value: str) -> list[str]:
        found = [part.strip() for part in value.split(",") if part.strip()]
        for one in found:
            try:
                validate_email(one)
            except ValidationError as error:
                raise ValueError(one) from error
        return found

    return parsed(name, "", parse, "addresses such as ops@example.org, separated by commas")


def switch(name: str, default: bool = False) -> bool:
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    return parsed(
        name, "1" if default else "0", lambda value: one_of(value.lower(), words), "1 or 0"
    )


def one_of(value: str, words: dict[str, Value]) -> Value:
    if value not in words:
        raise ValueError(value)
    return words[value]


def web_address(name: str, default: str) -> str:
    def parse(value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(value)
        return value.rstrip("/")

    return parsed(name, default, parse, "an address such as https://example.org")


def rate(name: str, default: str) -> str:
    """A rate such as "5/5m": so many events in so many seconds, minutes, hours or days."""

    def parse(value: str) -> str:
        if not re.fullmatch(r"[1-9]\d{0,6}/[1-9]\d{0,4}[smhd]", value):
            raise ValueError(value)
        return value

    return parsed(name, default, parse, 'a rate such as "5/5m"')


def service(name: str, default: str, schemes: set[str], read: Callable[[str], Any]) -> Any:
    def parse(value: str) -> Any:
        if urlsplit(value).scheme not in schemes:
            raise ValueError(value)
        return read(value)

    return parsed(name, default, parse, f"an address that begins with {sorted(schemes)}")


def database(default: str) -> dict[str, Any]:
    return service("DATABASE_URL", default, DATABASES, environ.Env.db_url_config)


def mail(default: str) -> dict[str, Any]:
    return service("EMAIL_URL", default, MAIL, environ.Env.email_url_config)


def cache() -> dict[str, Any] | None:
    if not text("CACHE_URL"):
        return None
    return service("CACHE_URL", "", CACHES, environ.Env.cache_url_config)


def var_dir() -> Path:
    """The folder that holds what the product writes: database, media, bundles, mail."""
    folder = Path(text("VAR_DIR") or Path(__file__).resolve().parents[2] / "var")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
