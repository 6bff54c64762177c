"""Where a signature came from, kept only as a digest whose key is another one every day."""

import hmac
import secrets
from datetime import date

from django.utils import timezone

from campaign_blocks.kit.public_forms.clients import Address, network_of
from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.models import AddressKey


def address_block(address: Address | None) -> bytes:
    """16 bytes, equal for one IPv4 address or one IPv6 /64 on one day; empty when exempt."""
    packed = network_of(address)
    if not packed:
        return b""
    return hmac.digest(key_of(timezone.now().date()), packed, "sha256")[:16]


def find_key(day: date) -> bytes:
    """Made once a day by whoever comes first; all processes read the same row."""
    row, _made = AddressKey.objects.get_or_create(
        day=day, defaults={"key": secrets.token_bytes(32)}
    )
    return bytes(row.key)


key_of: Memory[date, bytes] = Memory(find_key, seconds=24 * 60 * 60)
