"""The postal address that Congress demands of whoever writes to it, asked for that alone."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from campaign_blocks.kit.crispy import Disclosure
from campaign_blocks.kit.doors import Target
from campaign_blocks.petition.identity.cities import LONGEST_CITY, clean_city
from campaign_blocks.petition.identity.streets import LONGEST_STREET, clean_street
from campaign_blocks.petition.letters.channels import Reach, channel
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.letter_choices import LetterChannel

# Those that the service knows; nobody is addressed by one she did not choose.
PREFIXES = ("Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Rev.", "Mx.")
NAMES = ("prefix", "street", "city")


class PlaceField(forms.CharField):
    def __init__(
        self, label: str, autocomplete: str, judge: Callable[[str], str], longest: int
    ) -> None:
        attrs = {"autocomplete": autocomplete, "maxlength": str(longest)}
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs=attrs))
        self.judge = judge

    def clean(self, value: Any) -> str:
        words = super().clean(value)
        return self.judge(words) if words else ""


def address_fields() -> dict[str, forms.Field]:
    choices = [("", _("Choose")), *((word, word) for word in PREFIXES)]
    return {
        "prefix": forms.ChoiceField(
            label=_("How you are addressed"),
            choices=choices,
            required=False,
            widget=forms.Select(attrs={"autocomplete": "honorific-prefix"}),
            error_messages={"invalid_choice": _("Choose from the list")},
        ),
        "street": PlaceField(
            _("Street and number"), "street-address", clean_street, LONGEST_STREET
        ),
        "city": PlaceField(_("City"), "address-level2", clean_city, LONGEST_CITY),
    }


def is_wanted(petition: Petition, targets: Iterable[Target]) -> bool:
    """Only where a letter would go by Congress's own service if there were an address."""
    congress = channel(LetterChannel.CWC)
    return any(
        congress.is_open(petition, Reach(email=one.email, office=one.office)) for one in targets
    )


def disclosure() -> Disclosure:
    return Disclosure(
        _("Congress asks for your street: add it so that your letter gets in"), *NAMES
    )


def judge(data: Mapping[str, str]) -> dict[str, str]:
    """All three or none; answers the name of the first that is missing, with what to do."""
    given = {name: data.get(name, "") for name in NAMES}
    if not any(given.values()):
        return {}
    missing = [name for name in NAMES if not given[name]]
    ask = _("Fill in this too, or leave all three empty: then your letter goes another way.")
    return dict.fromkeys(missing, ask)
