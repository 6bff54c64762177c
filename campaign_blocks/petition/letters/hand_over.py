"""Printed letters on their way to an office: who took which out of the house, and what became of
them. Only what was downloaded can be marked, so nobody is counted as handed over by mistake."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from campaign_blocks.petition.exports.alert import tell_second_person
from campaign_blocks.petition.exports.asking import AT_ONCE, log_export, take_at_once
from campaign_blocks.petition.letters.numbers import deliverable, size_of
from campaign_blocks.petition.models import HandOver, LetterRecipient
from campaign_blocks.petition.models.exports import LIFE, ExportEvent
from campaign_blocks.petition.models.letter_choices import LetterState

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, kw_only=True)
class LettersTo:
    """As the log of exports describes them."""

    petition: int
    letters_to: str
    scope: str

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def take_letters(
    *, recipient: LetterRecipient, form: str, scope: str, reason: str, by: "User"
) -> HandOver:
    """Logged before the first byte leaves. The delivery holds no letter that is younger than this.
    Of a large one a second person hears, as of any large export."""
    noted = note_download(recipient=recipient, form=form, scope=scope, reason=reason, by=by)
    if noted.export and noted.rows > AT_ONCE:
        tell_second_person(noted.export)
    return noted


@transaction.atomic
def note_download(
    *, recipient: LetterRecipient, form: str, scope: str, reason: str, by: "User"
) -> HandOver:
    size = size_of(recipient)
    choice = LettersTo(
        petition=recipient.petition_id, letters_to=recipient.name, scope=HandOver.Scope(scope).value
    )
    kind = HandOver.Form(form).value
    export = take_at_once(user=by, choice=choice, kind=kind, reason=reason, rows=size[scope])
    return HandOver.objects.create(
        recipient=recipient,
        form=HandOver.Form(form),
        scope=HandOver.Scope(scope),
        rows=size[scope],
        up_to=size["last"] or 0,
        downloaded_by=by,
        downloaded_at=timezone.now(),
        export=export,
    )


def fetchable(*, by: Any) -> QuerySet[HandOver]:
    """Whose further parts this person may still fetch: her own, with a reason, within a day."""
    return HandOver.objects.filter(
        downloaded_by=by.pk, export__isnull=False, downloaded_at__gte=timezone.now() - LIFE
    )


def note_part(*, hand_over: HandOver) -> None:
    if hand_over.export:
        log_export(hand_over.export, ExportEvent.FETCHED)


@transaction.atomic
def mark_handed_over(*, hand_over: HandOver, on: date, by: "User | None") -> int:
    """Answers how many letters of the pile went with it. ValidationError on a date to come."""
    if on > timezone.localdate():
        raise ValidationError(_("Enter the day on which it was handed over, not one to come."))
    if on < hand_over.downloaded_at.date():
        raise ValidationError(_("Enter a day after the letters were downloaded."))
    letters = deliverable(hand_over.recipient, pile_only=True).filter(pk__lte=hand_over.up_to)
    ids = list(letters.values_list("pk", flat=True))
    moved = 0
    for at in range(0, len(ids), 1000):
        moved += letters.model.objects.filter(
            pk__in=ids[at : at + 1000], state=LetterState.QUEUED
        ).update(state=LetterState.HANDED_OVER, sent_at=timezone.now(), hand_over=hand_over)
    HandOver.objects.filter(pk=hand_over.pk).update(handed_over_on=on, marked_by=by)
    return moved


@transaction.atomic
def take_back(*, hand_over: HandOver) -> int:
    """A mark that was a mistake: its letters wait in the pile again."""
    rows = hand_over.letters.filter(state=LetterState.HANDED_OVER)
    moved = rows.update(state=LetterState.QUEUED, sent_at=None, hand_over=None)
    HandOver.objects.filter(pk=hand_over.pk).update(handed_over_on=None, marked_by=None)
    return moved
