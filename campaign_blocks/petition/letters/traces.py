"""What stays of a letter whose signature goes: that it went, and nothing about who wrote it."""

from collections.abc import Iterable

from campaign_blocks.petition.identity.fingerprints import letter_digest
from campaign_blocks.petition.models import LetterTrace, Signature
from campaign_blocks.petition.models.letter import LetterQuerySet
from campaign_blocks.petition.models.letter_choices import MAY_HAVE_ARRIVED


def leave_traces(letters: LetterQuerySet) -> None:
    """Before they are deleted, in the same transaction. All are locked: a worker takes up none
    that was still waiting when we looked."""
    rows = letters.select_related("signature", "recipient").order_by("pk")
    LetterTrace.objects.bulk_create(
        (
            LetterTrace(
                petition_id=one.signature.petition_id,
                digest=digest_of(one.signature, one.recipient.target),
            )
            for one in rows.select_for_update(of=("self",))
            if one.state in MAY_HAVE_ARRIVED
        ),
        ignore_conflicts=True,
    )


def written_before(signature: Signature, targets: Iterable[str]) -> set[str]:
    """Those of `targets` to whom she wrote with a signature that is gone; one query for all."""
    by_digest = {digest_of(signature, target): target for target in targets}
    rows = LetterTrace.objects.filter(petition=signature.petition_id, digest__in=list(by_digest))
    return {by_digest[bytes(digest)] for digest in rows.values_list("digest", flat=True)}


def digest_of(signature: Signature, target: str) -> bytes:
    return letter_digest(
        petition_id=signature.petition_id,
        mailbox=bytes(signature.fingerprint),
        person=bytes(signature.person),
        target=target,
    )
