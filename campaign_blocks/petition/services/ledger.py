"""The file of erasures that outlives the database, and doing them again after a restore.

A line names a digest, never a person: {"at": "...", "mailbox": "<hex>"}; with "petition" and
"person" it is one removed signature.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from campaign_blocks.petition.models import Erasure, Signature
from campaign_blocks.petition.services.erase import erase_mailbox
from campaign_blocks.petition.services.remove import remove_signatures

BATCH = 500
DIGEST_BYTES = 32


class BadLine(ValueError):
    """A line of the file that can't be read; nothing after it was done."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    at: datetime
    mailbox: bytes
    petition_id: int | None = None
    person: bytes = b""


def record_removal(signature: Signature) -> None:
    """Of a signature that its signer removes."""
    Erasure.objects.create(
        fingerprint=signature.fingerprint,
        petition_id=signature.petition_id,
        person=signature.person,
        deleted=1,
        at=timezone.now(),
    )


def file_erasures() -> int:
    """Writes what is not filed yet and marks it; a line written twice does no harm.

    A file that is gone, as with the container it was in, is written anew from the first line on.
    """
    path = Path(settings.ERASURE_LEDGER)
    filed = Erasure.objects.filter(filed_at__isnull=False)
    if not path.exists() and filed.exists():
        filed.update(filed_at=None)
    if not Erasure.objects.filter(filed_at=None).exists():
        return 0
    with transaction.atomic():
        rows = list(Erasure.objects.filter(filed_at=None).order_by("pk")[:BATCH])
        append(path, "".join(line(row) for row in rows))
        Erasure.objects.filter(pk__in=[row.pk for row in rows]).update(filed_at=timezone.now())
    return len(rows)


def append(path: Path, lines: str) -> None:
    """On the disk before anybody is told so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a", opener=for_its_owner) as file:
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def line(row: Erasure) -> str:
    facts: dict[str, Any] = {"at": row.at.isoformat(), "mailbox": bytes(row.fingerprint).hex()}
    if row.petition_id is not None:
        facts |= {"petition": row.petition_id, "person": bytes(row.person).hex()}
    return json.dumps(facts) + "\n"


def entries(path: Path) -> Iterator[Entry]:
    for number, text in enumerate(path.read_text().splitlines(), 1):
        try:
            yield entry(json.loads(text))
        except (ValueError, KeyError, TypeError) as error:
            raise BadLine(f"{path}, line {number}: not an erasure ({error})") from error


def entry(facts: dict[str, Any]) -> Entry:
    at = parse_datetime(facts["at"])
    mailbox = bytes.fromhex(facts["mailbox"])
    if at is None or at.tzinfo is None or len(mailbox) != DIGEST_BYTES:
        raise ValueError("at or mailbox")
    return Entry(
        at=at,
        mailbox=mailbox,
        petition_id=int(facts["petition"]) if "petition" in facts else None,
        person=bytes.fromhex(facts.get("person", "")),
    )


@transaction.atomic
def replay(entry: Entry, *, dry_run: bool = False) -> int:
    """Answers how many signatures are gone; what was signed after the erasure stays."""
    if entry.petition_id is None:
        erased = erase_mailbox(mailbox=entry.mailbox, signed_until=entry.at, dry_run=dry_run)
        return erased.emptied + erased.deleted
    rows = Signature.objects.filter(
        petition=entry.petition_id,
        fingerprint=entry.mailbox,
        person=entry.person,
        created_at__lte=entry.at,
    )
    removed = remove_signatures(rows=rows)
    if dry_run:
        transaction.set_rollback(True)
    return removed
