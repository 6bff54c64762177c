"""What a signer decides about her letter: which seat is hers, in which words, or not at all."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from campaign_blocks.kit.crispy import Disclosure, QuickHelper, Template
from campaign_blocks.kit.doors import Target
from campaign_blocks.petition.forms.fields import LetterField
from campaign_blocks.petition.letters import address
from campaign_blocks.petition.letters.finding import Choice, Lawmakers
from campaign_blocks.petition.letters.offer import read_offer, sign_offer
from campaign_blocks.petition.letters.queue import LetterWish
from campaign_blocks.petition.models import Signature

UNKNOWN = "unknown"


class LetterForm(forms.Form):
    """Judged only where the letter is wanted: who only confirms need not answer."""

    offer = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, signature: Signature, lawmakers: Lawmakers, confirms: bool
    ) -> None:
        super().__init__(data, auto_id="letter-%s")
        self.signature, self.lawmakers, self.confirms = signature, lawmakers, confirms
        self.letter = signature.message or signature.petition.letter_body
        for choice in lawmakers.choices:
            self.fields[choice.field] = seat_field(choice, lawmakers.sure)
        self.fields["message"] = LetterField(initial=self.letter)
        self.fields["message"].label = _("Your letter")
        if address.is_wanted(signature.petition, lawmakers.everybody):
            self.fields.update(address.address_fields())

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        if field_name == "offer":
            return self.fresh_offer()
        return super().get_initial_for_field(field, field_name)

    def fresh_offer(self) -> str:
        return sign_offer(signature_id=self.signature.pk, targets=self.lawmakers.everybody)

    def clean_offer(self) -> str:
        """Who is offered now must have been offered on the page whose button was pressed."""
        offered = read_offer(self.cleaned_data["offer"], signature_id=self.signature.pk)
        if offered is None or any(one.id not in offered for one in self.lawmakers.everybody):
            self.renew_offer()
            raise ValidationError(
                _("Look at who gets your letter once more, and press the button again.")
            )
        return self.cleaned_data["offer"]

    def renew_offer(self) -> None:
        self.data = {**self.data.dict(), "offer": self.fresh_offer()}  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name in self.errors.pop("offer", []):
            self.add_error(None, name)
        for name, ask in address.judge(self.cleaned_data).items():
            if name not in self.errors:
                self.add_error(name, ask)
        if not self.errors and not self.targets():
            self.add_error(None, _("Choose at least one lawmaker, or confirm without a letter."))
        return self.cleaned_data

    def targets(self) -> list[Target]:
        """Those who are certain, and those of the seats that the signer called hers."""
        found = list(self.lawmakers.sure)
        for choice in self.lawmakers.choices:
            chosen = self.cleaned_data.get(choice.field)
            found += [one for seat in choice.seats if seat.value == chosen for one in seat.targets]
        return found

    def wish(self) -> LetterWish:
        """Only after is_valid()."""
        return LetterWish(
            targets=self.targets(),
            own_words=self.cleaned_data["message"] or self.signature.message,
            postal_address=self.postal_address(),
        )

    def postal_address(self) -> dict[str, str]:
        given = {name: self.cleaned_data.get(name, "") for name in address.NAMES}
        return given if all(given.values()) else {}

    @cached_property
    def helper(self) -> Any:
        helper = QuickHelper()
        helper.form_class = "form"
        helper.disable_csrf = True  # the random token in the address is the secret
        helper.attrs = {"novalidate": True}
        pieces: list[Any] = [choice.field for choice in self.lawmakers.choices]
        if address.NAMES[0] in self.fields:
            pieces.append(address.disclosure())
        pieces += [Disclosure(_("Change my letter"), "message"), "offer"]
        helper.layout = Layout(*pieces, Template("petition/letter_buttons.html"))
        return helper


def seat_field(choice: Choice, sure: tuple[Target, ...]) -> forms.ChoiceField:
    """Nothing is chosen in advance: a wrong guess would be a letter from no constituent."""
    named = [(seat.value, f"{people(seat.targets)}, {seat.name}") for seat in choice.seats]
    nobody = _("I don't know: only those above") if sure else _("I don't know: nobody here")
    return forms.ChoiceField(
        label=_("Who represents you in the %(chamber)s?") % {"chamber": choice.chamber},
        help_text=_("Your ZIP code alone does not say. Choose one, and only if it is yours."),
        choices=[*named, (UNKNOWN, nobody)],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose who represents you, or say that you don't know"),
            "invalid_choice": _("Choose one of the lawmakers on the list"),
        },
    )


def people(targets: tuple[Target, ...]) -> str:
    return _(" and ").join(f"{one.title} {one.name}".strip() for one in targets)
