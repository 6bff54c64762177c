"""The question about e-mails, in the three ways a petition may ask it. Its value is a bool.

Whatever the way, a POST may say opt_in=yes or opt_in=no.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition import consent_texts
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import ConsentMode

YES, NO = "yes", "no"


class YesNoField(forms.CharField):
    """`unanswered` is what no answer means; None: an answer is required."""

    def __init__(self, *, unanswered: bool | None, **kwargs: Any) -> None:
        self.unanswered = unanswered
        super().__init__(required=unanswered is None, **kwargs)

    def clean(self, value: Any) -> bool:
        answer = super().clean(value)
        if not answer and self.unanswered is not None:
            return self.unanswered
        if answer not in (YES, NO):
            raise ValidationError(_("Choose yes or no"), code="invalid")
        return bool(answer == YES)


class TickBox(forms.CheckboxInput):
    """A box whose ticked value is a word; whatever word was sent reaches the field."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(check_test=lambda value: value == word)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.get(name, "")

    def format_value(self, value: Any) -> str:
        return self.word


def radios(
    question: str | Promise, words: tuple[str, str], *, unanswered: bool | None
) -> YesNoField:
    yes, no = words
    return YesNoField(
        unanswered=unanswered,
        label=question,
        widget=forms.RadioSelect(choices=[(YES, yes), (NO, no)]),
        error_messages={"required": _("Choose whether we may email you")},
    )


def campaign_field(petition: Petition) -> YesNoField:
    words = consent_texts.campaign_words(petition)
    if petition.consent_asked == ConsentMode.CHECKBOX:
        return YesNoField(unanswered=False, label=words[0], widget=TickBox(YES))
    if petition.consent_asked == ConsentMode.STATEMENT:
        return YesNoField(unanswered=True, label=words[1], help_text=words[0], widget=TickBox(NO))
    return radios(_("May we email you?"), words, unanswered=None)


def organization_field(organization: PartnerName) -> YesNoField:
    """None is chosen, and no answer means no."""
    question = _("May %(name)s email you?") % {"name": organization.name}
    field = radios(question, consent_texts.partner_words(organization), unanswered=False)
    if organization.privacy_url:
        words = _("How %(name)s uses your data") % {"name": organization.name}
        field.help_text = format_html('<a href="{}">{}</a>', organization.privacy_url, words)
    return field


def organization_field_name(organization_id: int) -> str:
    return f"opt_in_{organization_id}"
