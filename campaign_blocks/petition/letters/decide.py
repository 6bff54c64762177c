"""What people decide about letters: again, arrived, on paper, wait. The worker never does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from campaign_blocks.petition.models import Letter, Petition
from campaign_blocks.petition.models.letter import LetterQuerySet
from campaign_blocks.petition.models.letter_choices import BY_WIRE, LetterChannel, LetterState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST_AT_ONCE = 5000
DECIDED, PAUSED, RESUMED = "petition.letters", "petition.letters.pause", "petition.letters.resume"


@dataclass(frozen=True)
class Decision:
    """`origins` are the states in which it makes sense; others stay as they are."""

    name: str
    label: str | Promise
    origins: tuple[LetterState, ...]
    state: LetterState


DECISIONS = {
    one.name: one
    for one in (
        Decision(
            "again",
            _("Send again"),
            (LetterState.FAILED, LetterState.UNKNOWN),
            LetterState.QUEUED,
        ),
        Decision("arrived", _("It was sent"), (LetterState.UNKNOWN,), LetterState.SENT),
        Decision(
            "pile",
            _("Print and hand over"),
            (LetterState.QUEUED, LetterState.FAILED, LetterState.HELD),
            LetterState.QUEUED,
        ),
        Decision("hold", _("Hold"), (LetterState.QUEUED,), LetterState.HELD),
        Decision("release", _("Let it go"), (LetterState.HELD,), LetterState.QUEUED),
    )
}


@transaction.atomic
def decide(*, name: str, letters: LetterQuerySet, by: "User | None" = None) -> int:
    """Answers for how many it was; at most MOST_AT_ONCE, the oldest first."""
    decision = DECISIONS[name]
    fitting = letters.filter(state__in=decision.origins).order_by("pk")
    ids = list(fitting.values_list("pk", flat=True)[:MOST_AT_ONCE])
    # Once more by state: a worker may have been quicker.
    rows = Letter.objects.filter(pk__in=ids, state__in=decision.origins)
    done = rows.update(**changes(decision))
    if done:
        petition = Petition.objects.filter(letter_recipients__letters__in=ids[:1]).first()
        log(petition, DECIDED, user=by, data={"decision": name, "letters": done})
    return done


def changes(decision: Decision) -> dict[str, object]:
    now = timezone.now()
    if decision.state == LetterState.SENT:
        return {"state": decision.state, "sent_at": now, "next_attempt_at": None}
    if decision.state == LetterState.HELD:
        return {"state": decision.state, "next_attempt_at": None}
    if decision.name == "pile":
        on_paper = {"channel": LetterChannel.PRINT, "postal_address": {}}
        return {"state": decision.state, "next_attempt_at": None, **on_paper}
    soon = Case(When(channel__in=BY_WIRE, then=Value(now)), default=Value(None))
    # A new attempt has three days of its own.
    return {"state": decision.state, "next_attempt_at": soon, "first_attempt_at": None}


@transaction.atomic
def pause_letters(*, petition: Petition, paused: bool, by: "User | None" = None) -> None:
    """The worker asks before each letter, so it holds from the next one on."""
    Petition.objects.filter(pk=petition.pk).update(letters_paused=paused)
    log(petition, PAUSED if paused else RESUMED, user=by)
