"""A mailbox as other plugins meet it: they hold addresses, we hold digests."""

import hmac
from collections.abc import Sequence
from datetime import datetime

from campaign_blocks.kit.personal_data import Person
from campaign_blocks.petition.identity.fingerprints import fingerprint


def person_of(
    *,
    mailbox: bytes,
    signature_ids: Sequence[int],
    until: datetime | None = None,
    completely: bool = False,
) -> Person:
    def is_hers(address: str) -> bool:
        return hmac.compare_digest(fingerprint(address), mailbox)

    return Person(signature_ids=signature_ids, is_hers=is_hers, until=until, completely=completely)
