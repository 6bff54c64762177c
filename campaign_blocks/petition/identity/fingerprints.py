"""Keyed digests that let rows be compared without keeping what they were made from."""

import hashlib
import hmac
import unicodedata
from functools import lru_cache

from django.conf import settings

from campaign_blocks.petition.identity.addresses import canonical_address


@lru_cache(maxsize=4)
def derived_key(purpose: str, secret: str) -> bytes:
    return hashlib.sha256(f"campaign.petition.{purpose}:{secret}".encode()).digest()


def fingerprint(address: str) -> bytes:
    """32 bytes, equal for every spelling of one mailbox."""
    key = derived_key("fingerprint", settings.FINGERPRINT_KEY or settings.SECRET_KEY)
    return hmac.digest(key, canonical_address(address).encode(), "sha256")


def person_digest(name: str) -> bytes:
    """16 bytes, equal for every spelling of one name in a mailbox that several people share."""
    key = derived_key("person", settings.FINGERPRINT_KEY or settings.SECRET_KEY)
    words = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    return hmac.digest(key, words.encode(), "sha256")[:16]
