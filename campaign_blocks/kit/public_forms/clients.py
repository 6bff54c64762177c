"""Who sent a request, as far as our own proxies vouch for it."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

NOWHERE = b"nowhere"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def client_address(request: HttpRequest) -> Address | None:
    """TRUSTED_PROXIES hops counted from the right: what stands further left was typed by anyone."""
    hops = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
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
    """One IPv4 address or one IPv6 /64; empty when exempt. Never to be kept as it is.

    Whoever comes from nowhere, by a proxy that is not set up, is one client, and not exempt.
    """
    if address is None:
        return NOWHERE
    if settings.RATE_EXEMPT_LOOPBACK and address.is_loopback:
        return b""
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return mapped.packed if mapped else address.packed[:8]
    return address.packed
