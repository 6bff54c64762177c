"""What the letters know of a person, and how it goes: what has arrived can't be called back."""

from typing import Any

from django.utils.translation import gettext as _

from campaign_blocks.kit.personal_data import Person
from campaign_blocks.petition.letters.traces import leave_traces
from campaign_blocks.petition.models import Letter, LetterText
from campaign_blocks.petition.models.letter import LetterQuerySet


def letters_of(person: Person) -> LetterQuerySet:
    return Letter.objects.filter(signature__in=list(person.signature_ids))


def rows(person: Person) -> list[dict[str, Any]]:
    found = letters_of(person).select_related("recipient", "text").order_by("pk")
    return [row(letter) for letter in found]


def row(letter: Letter) -> dict[str, Any]:
    facts = {"name": str(letter.recipient), "state": letter.get_state_display()}
    return {
        "signature": letter.signature_id,
        "in_words": _("Letter to %(name)s: %(state)s") % facts,
        "to": str(letter.recipient),
        "seat": letter.recipient.seat,
        "way": letter.channel,
        "state": letter.state,
        "subject": letter.text.subject,
        "text": letter.text.body,
        "postal_address": letter.postal_address,
        "written_at": letter.created_at.isoformat(),
        "arrived_at": letter.sent_at.isoformat() if letter.sent_at else None,
    }


def erase(person: Person) -> int:
    """A letter that a worker holds at this moment may still leave; it is the last."""
    leave_traces(letters_of(person))
    texts = set(letters_of(person).filter(text__own_words=True).values_list("text_id", flat=True))
    gone, _by_model = letters_of(person).delete()
    LetterText.objects.filter(pk__in=texts, letters=None).delete()
    return gone
