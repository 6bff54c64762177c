"""A fresh link for somebody who has lost hers: one mail a day at most, to the mailbox alone."""

from django.db import connection, transaction
from django.utils import timezone

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import LinkWish, OutboxMessage, Signature
from campaign_blocks.petition.models.choices import MailKind, SignatureState

BATCH = 1000


def wish_for_link(*, email: str) -> None:
    """Takes as long for a mailbox that signed as for one that never did."""
    wish = LinkWish(mailbox=fingerprint(email), created_at=timezone.now())
    LinkWish.objects.bulk_create([wish], ignore_conflicts=True)


def answer_wishes() -> int:
    """The worker's part; answers how many wishes it took."""
    if not LinkWish.objects.exists():
        return 0
    with transaction.atomic():
        rows = LinkWish.objects.order_by("pk")
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        wishes = dict(rows.values_list("pk", "mailbox")[:BATCH])
        OutboxMessage.objects.bulk_create(mails(list(wishes.values())), ignore_conflicts=True)
        LinkWish.objects.filter(pk__in=wishes).delete()
    return len(wishes)


def mails(mailboxes: list[bytes | memoryview]) -> list[OutboxMessage]:
    """Each hangs on the newest signature of its mailbox; none for one that signed nothing."""
    rows = Signature.objects.filter(fingerprint__in=mailboxes).exclude(email="")
    rows = rows.exclude(state=SignatureState.ERASED).order_by("pk")
    newest = {bytes(mailbox): pk for mailbox, pk in rows.values_list("fingerprint", "pk")}
    now = timezone.now()
    return [
        OutboxMessage(
            kind=MailKind.MANAGE,
            signature_id=pk,
            target=now.date().isoformat(),
            next_attempt_at=now,
            created_at=now,
        )
        for pk in newest.values()
    ]
