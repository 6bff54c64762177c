from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaign_blocks.kit.crispy import QuickHelper, SubmitButton
from scoreboard.positions import Position
from scoreboard.states import ALL_STATES

ANY = [("", _("All"))]


def get_helper(css_class: str, action: str, *layout: Any) -> QuickHelper:
    helper = QuickHelper()
    helper.form_method = "get"
    helper.form_class = css_class
    helper.form_action = action
    helper.disable_csrf = True
    helper.layout = Layout(*layout)
    return helper


class FilterForm(forms.Form):
    """Which people are listed. The choices of chamber and party come from the data."""

    use_required_attribute = False
    bill = forms.CharField(required=False, widget=forms.HiddenInput, max_length=50)
    view = forms.CharField(required=False, widget=forms.HiddenInput, max_length=10)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[*ANY, *ALL_STATES.items()])
    chamber = forms.ChoiceField(label=_("Chamber"), required=False)
    party = forms.ChoiceField(label=_("Party"), required=False)
    stance = forms.ChoiceField(label=_("Stance"), required=False, choices=[*ANY, *Position.choices])
    q = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def __init__(
        self,
        *args: Any,
        chambers: list[tuple[str, str]],
        parties: list[tuple[str, str]],
        action: str = "",
        has_states: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"auto_id": "filter_%s", **kwargs})
        for name in ("bill", "view"):
            if not self.data.get(name):
                del self.fields[name]
        if not has_states:
            del self.fields["state"]
        self.fields["chamber"].choices = [*ANY, *chambers]  # type: ignore[attr-defined]
        self.fields["party"].choices = [*ANY, *parties]  # type: ignore[attr-defined]
        button = SubmitButton(_("Show"), css_class="button button--small")
        action = action or reverse("scoreboard:list")
        self.helper = get_helper("filters", action, *self.fields, button)


class ZipForm(forms.Form):
    """Find mine: asks for nothing but a ZIP code."""

    use_required_attribute = False
    zip = forms.CharField(
        label=_("Your ZIP code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "postal-code", "size": 10}
        ),
    )

    def __init__(self, *args: Any, action: str = "", bill: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "find_%s", **kwargs})
        if bill:
            hidden = forms.HiddenInput(attrs={"value": bill})
            self.fields["bill"] = forms.CharField(initial=bill, widget=hidden, required=False)
        button = SubmitButton(_("Find mine"), css_class="button")
        action = (action or reverse("scoreboard:list")) + "#find-mine"
        self.helper = get_helper("finder", action, *self.fields, button)


class AreaForm(forms.Form):
    """Find mine where seats have names and nobody has a ZIP code."""

    use_required_attribute = False
    q = forms.CharField(label=_("Your electorate"), max_length=100)

    def __init__(self, *args: Any, action: str = "", bill: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "find_%s", **kwargs})
        if bill:
            self.fields["bill"] = forms.CharField(initial=bill, widget=forms.HiddenInput)
        button = SubmitButton(_("Find mine"), css_class="button")
        action = (action or reverse("scoreboard:list")) + "#everybody"
        self.helper = get_helper("finder", action, *self.fields, button)


class AddressForm(forms.Form):
    """Sent by POST, so that the address stands in no log of addresses."""

    use_required_attribute = False
    address = forms.CharField(
        label=_("Your street address"),
        max_length=200,
        help_text=_("With city, state or ZIP code, such as: 24 Beacon St, Boston MA"),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
        error_messages={"required": _("Enter your street address.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "at_%s", **kwargs})
        button = SubmitButton(_("Find my district"), css_class="button button--small")
        self.helper = get_helper("finder", reverse("scoreboard:find"), "address", button)
        self.helper.form_method = "post"


def address_form() -> AddressForm | None:
    """None where no address service is set."""
    return AddressForm() if settings.CENSUS_GEOCODER_URL else None
