"""How often one sender posted lately, without keeping who it was.

The cache holds a number under a digest; the digest's key is made anew every day and kept nowhere
else, so that nobody can tell afterwards which address it was.
"""

import hmac
import secrets

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from campaign_blocks.kit.public_forms.clients import client_address, network_of

DAY = 24 * 60 * 60


def posts_before(request: HttpRequest, *, purpose: str, seconds: int) -> int:
    """How many times this sender posted in the running window; this one is counted for the next.

    Always 0 for senders that are exempt, and while the cache is away.
    """
    network = network_of(client_address(request))
    if not network:
        return 0
    digest = hmac.digest(key_of_today(), network, "sha256").hex()[:32]
    name = f"senders:{purpose}:{digest}"
    if cache.add(name, 1, seconds):
        return 0
    try:
        return int(cache.incr(name)) - 1
    except ValueError:  # it ran out between the two lines
        return 0


def key_of_today() -> bytes:
    """Made once a day by whoever comes first, and gone with the cache."""
    name = f"senders:key:{timezone.now().date()}"
    fresh = secrets.token_hex(32)
    kept = cache.get_or_set(name, fresh, DAY)
    return bytes.fromhex(kept or fresh)
