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


def name_fingerprint(name: str, postal_code: str, country: str) -> bytes:
    """32 bytes for a signer on paper who gave no mailbox: one for each name and postal code."""
    key = derived_key("paper", settings.FINGERPRINT_KEY or settings.SECRET_KEY)
    words = unicodedata.normalize("NFKC", f"{name}\n{postal_code[:5]}\n{country}").casefold()
    return hmac.digest(key, " ".join(words.split()).encode(), "sha256")


def letter_digest(*, petition_id: int, mailbox: bytes, person: bytes, target: str) -> bytes:
    """32 bytes for one person's letter to one lawmaker. It can't be told from the fingerprint
    without the key, nor do two digests show that they are of one mailbox."""
    key = derived_key("letter", settings.FINGERPRINT_KEY or settings.SECRET_KEY)
    words = f"{petition_id}\n{mailbox.hex()}\n{person.hex()}\n{target}"
    return hmac.digest(key, words.encode(), "sha256")
