"""How often other plugins wrote to a mailbox: a tally of digests, since their mail hangs on no
signature. It is gone when the longest cap looks back on it no more.
"""

import hmac
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from campaign_blocks.petition.identity.fingerprints import derived_key, fingerprint
from campaign_blocks.petition.services import tallies
from campaign_blocks.petition.services.tallies import Added, Span

KEPT = timedelta(days=30)


def note(address: str) -> None:
    """By the second, so that the cap can tell when."""
    now = timezone.now()
    span = Span(key_of(fingerprint(address)), int(now.timestamp()))
    tallies.add({span: Added(1, int((now + KEPT).timestamp()))})


def times(mailboxes: Collection[bytes]) -> dict[bytes, list[datetime]]:
    """When each of these was written to; those that never were are missing."""
    keys = {key_of(mailbox): mailbox for mailbox in mailboxes}
    return {
        keys[key]: [
            datetime.fromtimestamp(began, UTC)
            for began, amount in spans.items()
            for _mail in range(amount)
        ]
        for key, spans in tallies.amounts(list(keys)).items()
    }


def key_of(mailbox: bytes) -> bytes:
    key = derived_key("other_mail", settings.FINGERPRINT_KEY or settings.SECRET_KEY)
    return hmac.digest(key, mailbox, "sha256")[:16]
