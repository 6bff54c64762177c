"""Answers that say no and are no fault of ours."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpResponse

from campaign_blocks.kit.caching import private_page

View = TypeVar("View", bound=Callable[..., HttpResponse])


def meant(response: HttpResponse) -> HttpResponse:
    """Django logs any answer from 400 on, with its path, and one from 500 on as an error."""
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark
    return response


def secret_page(view: View) -> View:
    """For views behind a mailed link: a private page that no log speaks of, whatever it answers."""

    @wraps(view)
    def inner(*args: Any, **kwargs: Any) -> HttpResponse:
        return meant(view(*args, **kwargs))

    return private_page(inner)  # type: ignore[return-value]
