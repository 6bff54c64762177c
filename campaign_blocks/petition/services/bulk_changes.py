"""Holding, invalidating and restoring many signatures: counted first, started, stopped, undone.

Here staff decide; `bulk_worker` does the work. Every step asks for the state that it starts from,
so that two people who press at once do it once.
"""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from campaign_blocks.kit.turns import write_turn
from campaign_blocks.petition import criteria as wanted
from campaign_blocks.petition.models import BulkAction, Signature
from campaign_blocks.petition.models.bulk_action import AT_WORK, BulkKind, BulkState
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.models.suspicion import CLEARED_BY_MAIL

if TYPE_CHECKING:
    from django.contrib.auth.models import User

COUNTED, STARTED = "petition.bulk_counted", "petition.bulk_started"
STOPPED, UNDOING = "petition.bulk_stopped", "petition.bulk_undoing"
PENDING, CONFIRMED = SignatureState.PENDING, SignatureState.CONFIRMED
SUSPECT, INVALIDATED = SignatureState.SUSPECT, SignatureState.INVALIDATED

# A suspect that could still clear itself by mail is held for good.
TOUCHES = {
    BulkKind.HOLD: Q(state__in=[PENDING, CONFIRMED])
    | Q(state=SUSPECT, suspect_for__in=CLEARED_BY_MAIL),
    BulkKind.INVALIDATE: Q(state__in=[PENDING, CONFIRMED, SUSPECT]),
    BulkKind.RESTORE: Q(state__in=[SUSPECT, INVALIDATED]),
}


def touched(action: BulkAction) -> SignatureQuerySet:
    """The signatures that it would still change; nobody who signed after it was counted."""
    found = wanted.matching(action.criteria).filter(TOUCHES[BulkKind(action.kind)])
    return found.filter(pk__lte=action.up_to)


def preview(*, kind: BulkKind, criteria: wanted.Criteria, reason: str, by: "User") -> BulkAction:
    """Counts and changes nothing. ValidationError for an empty filter or without a reason."""
    if wanted.is_empty(criteria):
        raise ValidationError(
            _(
                "Choose at least one thing to filter by. Without a filter this would change every "
                "signature of every petition."
            ),
            code="empty",
        )
    if not reason.strip():
        raise ValidationError({"reason": _("Say why: it stays in the log.")})
    newest = Signature.objects.aggregate(newest=Max("pk"))["newest"] or 0
    action = BulkAction(
        kind=kind, criteria=wanted.cleaned(criteria), reason=reason.strip(), up_to=newest, by=by
    )
    action.counted = touched(action).count()
    action.save()
    note(action, COUNTED, by, counted=action.counted)
    return action


def start(*, action: BulkAction, by: "User") -> None:
    step(action, BulkState.PREVIEWED, BulkState.RUNNING, started_at=timezone.now())
    note(action, STARTED, by, counted=action.counted)


def cancel(*, action: BulkAction, by: "User") -> None:
    """The batch in hand is finished or taken back as a whole; no other one begins."""
    step(action, AT_WORK, BulkState.CANCELLED, ended_at=timezone.now())
    note(action, STOPPED, by, done=action.done)


def undo(*, action: BulkAction, by: "User") -> None:
    """Every row goes back to what it was, but those that something else has changed since."""
    step(action, (BulkState.DONE, BulkState.CANCELLED), BulkState.UNDOING, ended_at=None)
    note(action, UNDOING, by, done=action.done)


def step(action: BulkAction, origin: Any, to: BulkState, **values: Any) -> None:
    states = [origin] if isinstance(origin, str) else list(origin)
    rows = BulkAction.objects.filter(pk=action.pk, state__in=states)
    with write_turn():
        done = rows.update(state=to, **values)
    if not done:
        raise ValidationError(_("This is not possible any more. Look at its state below."))
    action.refresh_from_db()


def note(action: BulkAction, what: str, by: "User", **numbers: int) -> None:
    """Who, when, why, which filter and how many; nothing that leads to a person."""
    log(
        action,
        what,
        user=by,
        data={
            "kind": action.kind,
            "reason": action.reason,
            "filter": wanted.for_log(action.criteria),
            **numbers,
        },
    )
