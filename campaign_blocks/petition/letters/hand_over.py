"""Printed letters on their way to an office: who took which out of the house, and what became of
them. Only what was downloaded can be marked, so nobody is counted as handed over by mistake."""

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campaign_blocks.petition.letters.numbers import deliverable, size_of
from campaign_blocks.petition.models import HandOver, LetterRecipient
from campaign_blocks.petition.models.letter_choices import LetterState

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def note_download(
    *, recipient: LetterRecipient, form: str, scope: str, by: "User | None"
) -> HandOver:
    """Before the first byte leaves. The delivery holds no letter that is younger than this note."""
    size = size_of(recipient)
    return HandOver.objects.create(
        recipient=recipient,
        form=HandOver.Form(form),
        scope=HandOver.Scope(scope),
        rows=size[scope],
        up_to=size["last"] or 0,
        downloaded_by=by,
        downloaded_at=timezone.now(),
    )


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
