"""What a petition may not be, said at the field to change, before the database refuses it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.country_words import COUNTRY_NAMES
from campaign_blocks.petition.identity.postal_codes import is_needed
from campaign_blocks.petition.models.choices import ConsentMode, FieldMode, GoalMode

if TYPE_CHECKING:
    from campaign_blocks.petition.models.petition import Petition

MOST_REQUIRED = 5
Complaints = dict[str, str | Promise]


def check(petition: "Petition") -> None:
    """ValidationError with every complaint at its field."""
    found: Complaints = {}
    for rule in RULES:
        found.update(rule(petition))
    if found:
        raise ValidationError({name: [str(words)] for name, words in found.items()})


def goal(petition: "Petition") -> Complaints:
    if petition.goal_mode != GoalMode.FIXED:
        return {}
    found: Complaints = {}
    if not petition.goal:
        found["goal"] = _("Enter the number of signatures that you want to reach.")
    if not petition.goal_reason.strip():
        found["goal_reason"] = _("Say what happens when the fixed goal is reached.")
    return found


def moments(petition: "Petition") -> Complaints:
    found: Complaints = {}
    if petition.opens_at and petition.closes_at and petition.closes_at <= petition.opens_at:
        found["closes_at"] = _("Choose a closing time after the opening time.")
    if petition.won_at and not petition.victory_text.strip():
        found["victory_text"] = _("Write what was won, in the victory text.")
    return found


def consent(petition: "Petition") -> Complaints:
    if petition.consent_mode != ConsentMode.STATEMENT:
        return {}
    if not petition.is_for_us_alone:
        words = _(
            "A statement alone is allowed only where all signers live in the US: many other "
            "countries ask for a clear yes. Choose “Ask: yes or no” or the unticked checkbox here; "
            "or choose, under “Where signers live”, the United States and “Only people in the "
            "petition's country can sign”."
        )
        return {"consent_mode": words}
    if not petition.consent_statement.strip():
        return {"consent_statement": _("Write the consent statement that people agree to.")}
    return {}


def country(petition: "Petition") -> Complaints:
    if petition.home_country in COUNTRY_NAMES:
        return {}
    return {"home_country": _("Choose a country from the list.")}


def phone(petition: "Petition") -> Complaints:
    if petition.phone_mode == FieldMode.OFF or petition.phone_reason.strip():
        return {}
    return {"phone_reason": _("Say why you ask for a phone number.")}


def required_fields(petition: "Petition") -> int:
    """How many answers the form insists on: the address always, the others by its settings."""
    return sum(
        (
            1,
            2 if petition.split_name else 1,
            is_needed(petition.home_country),
            petition.consent_mode == ConsentMode.ASK,
            petition.phone_mode == FieldMode.REQUIRED,
            petition.comment_mode == FieldMode.REQUIRED,
        )
    )


def length(petition: "Petition") -> Complaints:
    """Phone and comment are what makes a form too long: without them it has five at most."""
    number = required_fields(petition)
    if number <= MOST_REQUIRED:
        return {}
    words = format_lazy(
        _(
            "The form would insist on {number} answers, and each one loses signatures; {most} is "
            "the most. Let the phone number or the comment stay empty, or ask for the name in one "
            "field."
        ),
        number=number,
        most=MOST_REQUIRED,
    )
    modes = ("phone_mode", "comment_mode")
    return {name: words for name in modes if getattr(petition, name) == FieldMode.REQUIRED}


RULES: tuple[Callable[["Petition"], Complaints], ...] = (
    goal,
    moments,
    consent,
    country,
    phone,
    length,
)
