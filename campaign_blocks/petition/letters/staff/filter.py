from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.letters.decide import Decision
from campaign_blocks.petition.models import Letter, LetterRecipient, Petition
from campaign_blocks.petition.models.letter import LetterQuerySet
from campaign_blocks.petition.models.letter_choices import LetterChannel, LetterState

ANY = [("", _("Any"))]


class LetterFilter(forms.Form):
    """Which letters of a petition are meant. What it does not understand it leaves out."""

    state = forms.ChoiceField(label=_("State"), choices=ANY + LetterState.choices, required=False)
    way = forms.ChoiceField(label=_("Way"), choices=ANY + LetterChannel.choices, required=False)
    to = forms.ModelChoiceField(
        LetterRecipient.objects.none(), label=_("To"), required=False, empty_label=_("Any")
    )

    def __init__(self, data: Any, *, petition: Petition) -> None:
        super().__init__(data)
        self.petition = petition
        field = self.fields["to"]
        field.queryset = petition.letter_recipients.order_by("name")  # type: ignore[attr-defined]
        self.is_valid()

    def chosen(self, name: str) -> Any:
        return self.cleaned_data.get(name)

    def shown(self) -> dict[str, str]:
        """For the address of the list: no personal data can be in it."""
        return {
            name: str(getattr(value, "pk", value))
            for name, value in self.cleaned_data.items()
            if value
        }

    def letters(self) -> LetterQuerySet:
        found = Letter.objects.filter(recipient__petition=self.petition)
        if state := self.chosen("state"):
            found = found.filter(state=state)
        if way := self.chosen("way"):
            found = found.filter(channel=way)
        if recipient := self.chosen("to"):
            found = found.filter(recipient=recipient)
        return found

    def offers(self, decision: Decision) -> bool:
        """Decisions that fit the state that is shown; all of them where every state is."""
        state = self.chosen("state")
        return not state or state in decision.origins
