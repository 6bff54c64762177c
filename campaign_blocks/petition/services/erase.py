"""Forgetting a person: what is counted stays counted, by a row that names nobody.

Every erasure leaves a row without a name, which the worker files (services/ledger.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from campaign_blocks.kit import versions
from campaign_blocks.kit.personal_data import erase_elsewhere
from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import (
    Consent,
    Erasure,
    MailToken,
    OutboxMessage,
    Signature,
    StopLink,
    Suppression,
)
from campaign_blocks.petition.models.choices import SignatureState, SuppressionReason
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.services.empty import empty_signatures
from campaign_blocks.petition.services.remove import remove_signatures
from campaign_blocks.petition.whose import person_of


@dataclass(frozen=True, kw_only=True)
class Erased:
    """`elsewhere`: rows of other tables by their name; `recipients`: who should be told."""

    emptied: int = 0
    deleted: int = 0
    elsewhere: dict[str, int] = field(default_factory=dict)
    recipients: Sequence[str] = ()
    proof: str = ""

    @property
    def is_nothing(self) -> bool:
        return not (self.emptied or self.deleted or any(self.elsewhere.values()))


def erase_person(*, email: str, dry_run: bool = False) -> Erased:
    """Finds the person by any spelling of her address."""
    return erase_mailbox(mailbox=fingerprint(email), dry_run=dry_run)


@transaction.atomic
def erase_mailbox(
    *, mailbox: bytes, signed_until: datetime | None = None, dry_run: bool = False
) -> Erased:
    """`signed_until` spares what was signed later: an old erasure is done again after a restore.

    A dry run does all of it and takes it back, so it says exactly what a run would do.
    """
    rows = Signature.objects.filter(fingerprint=mailbox)
    if signed_until:
        rows = rows.filter(created_at__lte=signed_until)
    erased = forget(rows, mailbox, signed_until)
    suppress(mailbox, signed_until)
    if dry_run:
        transaction.set_rollback(True)
        return erased
    if erased.is_nothing:
        return erased
    versions.bump("petitions")
    return recorded(mailbox, erased)


def forget(rows: SignatureQuerySet, mailbox: bytes, until: datetime | None) -> Erased:
    """Of other tables also what hangs on no signature, such as a report of a place."""
    held = rows.exclude(state=SignatureState.ERASED)
    recipients = organizations_of(held)
    ids = list(held.order_by("pk").values_list("pk", flat=True))
    elsewhere = {"consents": Consent.objects.filter(signature__in=ids).count()}
    elsewhere["mails"] = OutboxMessage.objects.filter(signature__in=ids).count()
    old = StopLink.objects.filter(mailbox=mailbox)
    elsewhere["links"] = MailToken.objects.filter(signature__in=ids).count() + old.count()
    person = person_of(mailbox=mailbox, signature_ids=ids, until=until, completely=True)
    elsewhere |= erase_elsewhere(person)
    emptied = empty_signatures(ids=ids)
    deleted = remove_signatures(rows=Signature.objects.filter(pk__in=ids))
    old.delete()  # nobody writes to her any more
    return Erased(
        emptied=emptied,
        deleted=deleted,
        elsewhere=elsewhere,
        recipients=recipients,
    )


def organizations_of(rows: SignatureQuerySet) -> list[str]:
    """Those that the person once allowed to write, so that they may have been given her address."""
    granted = Consent.objects.filter(signature__in=rows, granted=True, organization__isnull=False)
    names = granted.order_by("organization__name").values_list("organization__name", flat=True)
    return list(names.distinct())


def suppress(mailbox: bytes, signed_until: datetime | None) -> None:
    """No mail any more; unless, seen from a restored copy, she has signed again since."""
    if (
        signed_until
        and Signature.objects.filter(fingerprint=mailbox, created_at__gt=signed_until).exists()
    ):
        return
    Suppression.objects.update_or_create(
        fingerprint=mailbox, defaults={"reason": SuppressionReason.ERASED}
    )


def recorded(mailbox: bytes, erased: Erased) -> Erased:
    row = Erasure.objects.create(
        fingerprint=mailbox,
        emptied=erased.emptied,
        deleted=erased.deleted,
        recipients=list(erased.recipients),
        at=timezone.now(),
    )
    return Erased(**{**vars(erased), "proof": proof(row)})


def proof(row: Erasure) -> str:
    """Says what was done and when; whose it was, only to somebody who knows the address."""
    mailbox = bytes(row.fingerprint).hex()[:16]
    return f"erasure {row.pk}, {row.at:%Y-%m-%dT%H:%M:%SZ}, mailbox {mailbox}"
