"""Writing letters into the queue, in the transaction of the confirmation that they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from campaign_blocks.kit.doors import Target
from campaign_blocks.petition.letters.channels import Reach, best_channel
from campaign_blocks.petition.letters.traces import written_before
from campaign_blocks.petition.models import (
    Letter,
    LetterRecipient,
    LetterText,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.letter_choices import LetterChannel

FACTS = ("name", "title", "seat", "chamber", "url", "email", "office")


@dataclass(frozen=True, kw_only=True)
class LetterWish:
    """What a signer asked for: to whom, in which words; empty words mean the petition's own."""

    targets: Sequence[Target]
    own_words: str = ""
    postal_address: Mapping[str, str] = field(default_factory=dict)


def queue_letters(*, signature: Signature, wish: LetterWish) -> int:
    """Answers how many are new: nobody ever gets a second letter of one signature, nor of one that
    was removed and given again.

    Belongs into a transaction of the caller.
    """
    petition = signature.petition
    if not wish.targets or not petition.letter_body:
        return 0
    recipients = unwritten(signature, recipients_for(petition, wish.targets))
    if not recipients:
        return 0  # words that nobody gets are not kept
    text = text_for(petition, wish.own_words or signature.message)
    rows = [new_letter(signature, one, text, wish) for one in recipients]
    Letter.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def unwritten(signature: Signature, recipients: list[LetterRecipient]) -> list[LetterRecipient]:
    known = set(signature.letters.values_list("recipient_id", flat=True))
    before = written_before(signature, (one.target for one in recipients))
    return [one for one in recipients if one.pk not in known and one.target not in before]


def new_letter(
    signature: Signature, recipient: LetterRecipient, text: LetterText, wish: LetterWish
) -> Letter:
    reach = Reach(email=recipient.email, office=recipient.office)
    way = best_channel(signature.petition, reach, has_postal_address=bool(wish.postal_address))
    now = timezone.now()
    return Letter(
        signature=signature,
        recipient=recipient,
        text=text,
        channel=way,
        postal_address=dict(wish.postal_address) if way == LetterChannel.CWC else {},
        next_attempt_at=None if way == LetterChannel.PRINT else now,
        created_at=now,
    )


def recipients_for(petition: Petition, targets: Sequence[Target]) -> list[LetterRecipient]:
    """Made when first written to, in one order, so that two signers never wait in a ring.

    What the finder says of somebody now replaces what it said before.
    """
    by_id = {target.id: target for target in targets}
    now = timezone.now()
    rows = LetterRecipient.objects.filter(petition=petition, target__in=by_id)
    if rows.count() < len(by_id):
        LetterRecipient.objects.bulk_create(
            (
                LetterRecipient(
                    petition=petition, target=pk, next_letter_at=now, **facts(by_id[pk])
                )
                for pk in sorted(by_id)
            ),
            ignore_conflicts=True,
        )
    found = list(rows.order_by("target"))
    for row in found:
        renew(row, facts(by_id[row.target]))
    return found


def facts(target: Target) -> dict[str, str]:
    """Cut to what the columns hold: a finder is a plugin, and may answer anything."""
    fields = LetterRecipient._meta
    return {
        name: getattr(target, name)[: fields.get_field(name).max_length]  # type: ignore[union-attr]
        for name in FACTS
    }


def renew(row: LetterRecipient, now: dict[str, str]) -> None:
    changed = [name for name, value in now.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, now[name])
        row.save(update_fields=changed)


def text_for(petition: Petition, own_words: str) -> LetterText:
    """One row for everybody who left the words as they were."""
    subject = petition.letter_subject or petition.title
    body = own_words or petition.letter_body
    own = bool(own_words)
    digest = LetterText.digest(subject, body, own)
    LetterText.objects.bulk_create(
        [LetterText(subject=subject, body=body, own_words=own, sha256=digest)],
        ignore_conflicts=True,
    )
    return LetterText.objects.get(sha256=digest)
