"""Which state of a signature may follow which. The database refuses every other step."""

from campaign_blocks.petition.models.choices import SignatureState

PENDING, CONFIRMED = SignatureState.PENDING, SignatureState.CONFIRMED
EXPIRED, SUSPECT = SignatureState.EXPIRED, SignatureState.SUSPECT
INVALIDATED, ERASED = SignatureState.INVALIDATED, SignatureState.ERASED

NEXT: dict[SignatureState, tuple[SignatureState, ...]] = {
    PENDING: (CONFIRMED, EXPIRED, SUSPECT, INVALIDATED, ERASED),
    CONFIRMED: (SUSPECT, INVALIDATED, ERASED),
    EXPIRED: (PENDING, CONFIRMED, ERASED),
    SUSPECT: (PENDING, CONFIRMED, INVALIDATED, ERASED),
    INVALIDATED: (PENDING, CONFIRMED, SUSPECT, ERASED),
    ERASED: (),
}
HELD = (SUSPECT, INVALIDATED)


def may_become(state: SignatureState) -> list[SignatureState]:
    """The states from which this one can be reached."""
    return [before for before, after in NEXT.items() if state in after]
