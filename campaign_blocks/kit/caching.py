"""What browsers and HTTP caches may keep."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])


def mark_public(response: HttpResponse, seconds: int = 60) -> HttpResponse:
    """Anyone may keep it; a stale copy serves while it is renewed, and for a day if we are down."""
    response["Cache-Control"] = (
        f"public, max-age=0, s-maxage={seconds}, stale-while-revalidate=600, stale-if-error=86400"
    )
    return response


def mark_private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def public_page(seconds: int = 60) -> Callable[[View], View]:
    """For views whose 200 answers hold nothing of one visitor."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(*args: Any, **kwargs: Any) -> HttpResponse:
            response = view(*args, **kwargs)
            if response.status_code == 200 and not response.has_header("Cache-Control"):
                mark_public(response, seconds)
            return response

        return inner  # type: ignore[return-value]

    return decorate


def private_page(view: View) -> View:
    """For views whose answers belong to one person: never stored, never named in a Referer."""

    @wraps(view)
    def inner(*args: Any, **kwargs: Any) -> HttpResponse:
        return mark_private(view(*args, **kwargs))

    return inner  # type: ignore[return-value]
