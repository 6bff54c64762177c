"""Whom a page offered to write to, signed into its form: nobody can name anybody else."""

from collections.abc import Collection

from django.core import signing

from campaign_blocks.kit.doors import Target

SALT = "petition.letter.offer"
LONGEST_LIFE = 3 * 24 * 60 * 60


def sign_offer(*, signature_id: int, targets: Collection[Target]) -> str:
    return signing.dumps([signature_id, sorted(one.id for one in targets)], salt=SALT)


def read_offer(raw: str, *, signature_id: int) -> frozenset[str] | None:
    """The identifiers that were offered to this signer; None when forged, foreign or too old."""
    try:
        owner, offered = signing.loads(raw, salt=SALT, max_age=LONGEST_LIFE)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return frozenset(offered) if owner == signature_id else None
