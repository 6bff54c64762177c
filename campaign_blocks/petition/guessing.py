"""Guessing links is slowed down by sender: what no mail of ours ever held is a guess.

A link that is spent or too old is none, and unsubscribing is never refused: mail providers press
that button for thousands of people from a few addresses, and it shows nothing to a guesser.
"""

import hmac
import secrets
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from campaign_blocks.kit.caching import mark_private
from campaign_blocks.kit.public_forms.clients import client_address, network_of
from campaign_blocks.petition.models import MailToken

View = TypeVar("View", bound=Callable[..., HttpResponse])
MOST = 30
SECONDS = 10 * 60
KEY_SECONDS = 24 * 60 * 60


def slow_down_guessing(view: View) -> View:
    """For views of a `token` that answer 404 to one that can't be used."""

    @wraps(view)
    def inner(request: HttpRequest, token: str) -> HttpResponse:
        name = name_of(network_of(client_address(request)))
        if name and cache.get(name, 0) >= MOST:
            return mark_private(too_many(request))
        answer = view(request, token)
        if name and answer.status_code == 404 and is_guess(token):
            remember(name)
        return answer

    return inner  # type: ignore[return-value]


def is_guess(token: str) -> bool:
    return not MailToken.objects.filter(digest=MailToken.digest_of(token)).exists()


def name_of(network: bytes) -> str:
    """A digest under a key that is nowhere but in the cache, for a day; empty when exempt."""
    if not network:
        return ""
    key = cache.get_or_set("petition.guesses.key", make_key, KEY_SECONDS) or ""
    return f"petition.guesses.{hmac.digest(key.encode(), network, 'sha256').hex()[:32]}"


def make_key() -> str:
    return secrets.token_hex(32)


def remember(name: str) -> None:
    if not cache.add(name, 1, SECONDS):
        try:
            cache.incr(name)
        except ValueError:  # it ran out in between
            cache.add(name, 1, SECONDS)


def too_many(request: HttpRequest) -> HttpResponse:
    answer = render(request, "petition/too_many_links.html", status=429)
    answer["Retry-After"] = str(SECONDS)
    return answer
