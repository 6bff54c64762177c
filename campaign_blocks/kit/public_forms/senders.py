"""How often one sender posted lately, without keeping who it was.

The cache holds a number under a digest; the digest's key is made anew every day and kept nowhere
else, so that nobody can tell afterwards which address it was.
"""

import hmac
import ipaddress
import secrets

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

DAY = 24 * 60 * 60
NOWHERE = b"nowhere"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


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


def client_address(request: HttpRequest) -> Address | None:
    """TRUSTED_PROXIES hops counted from the right: what stands further left was typed by anyone."""
    hops = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    trusted = settings.TRUSTED_PROXIES
    found = request.META.get("REMOTE_ADDR", "")
    if trusted and len(hops) >= trusted:
        found = hops[-trusted]
    try:
        return ipaddress.ip_address(without_port(found))
    except ValueError:
        return None


def without_port(hop: str) -> str:
    """Some proxies write 192.0.2.1:1234 or [2001:db8::1]:1234."""
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop


def network_of(address: Address | None) -> bytes:
    """One IPv4 address or one IPv6 /64; empty when exempt. Never to be kept as it is."""
    if address is None:
        return NOWHERE
    if settings.RATE_EXEMPT_LOOPBACK and address.is_loopback:
        return b""
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return mapped.packed if mapped else address.packed[:8]
    return address.packed


def key_of_today() -> bytes:
    """Made once a day by whoever comes first, and gone with the cache."""
    name = f"senders:key:{timezone.now().date()}"
    fresh = secrets.token_hex(32)
    kept = cache.get_or_set(name, fresh, DAY)
    return bytes.fromhex(kept or fresh)
