"""What a visitor fills in to sign: the shape of it only; nothing is looked up or stored here."""

from dataclasses import fields
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.forms.consent_fields import campaign_field, partner_field
from campaign_blocks.petition.forms.fields import (
    AddressField,
    LetterField,
    NameField,
    PostalCodeField,
    country_field,
)
from campaign_blocks.petition.forms.layout import sign_helper
from campaign_blocks.petition.identity.countries import ABROAD
from campaign_blocks.petition.identity.postal_codes import HOME, clean_postal_code
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import Abroad
from campaign_blocks.petition.services.sign import Signer

COUNTRIES = {HOME, *(code for code, _name in ABROAD)}

SIGNER_FIELDS = [one.name for one in fields(Signer) if one.name != "organization_opt_ins"]


class SignatureForm(forms.Form):
    name = NameField()
    email = AddressField()
    postal_code = PostalCodeField()
    website = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    s = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-source": ""}))
    form_token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        petition: Petition,
        partner: PartnerName | None = None,
        form_id: str = "sign",
        token: str = "",
    ) -> None:
        super().__init__(data, auto_id=f"{form_id}-%s")
        self.petition, self.form_id, self.token = petition, form_id, token
        self.partner = partner
        if petition.signers_abroad == Abroad.WELCOME:
            self.fields["country"] = country_field()
        if petition.letter_body:
            self.fields["message"] = LetterField(initial=petition.letter_body)
        self.fields["opt_in"] = campaign_field(petition)
        if partner:
            self.fields["partner_opt_in"] = partner_field(partner)

    def renew_token(self, token: str) -> None:
        """For a form that is shown again: everything typed stays, the token is a fresh one."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["form_token"] = token
        self.data = data

    @cached_property
    def helper(self) -> Any:
        return sign_helper(self)

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        if field_name == "form_token":
            return self.token
        return super().get_initial_for_field(field, field_name)

    def clean_country(self) -> str:
        country = self.cleaned_data["country"] or HOME
        if country not in COUNTRIES:
            raise ValidationError(_("Choose your country from the list"), code="invalid")
        return str(country)

    def clean(self) -> dict[str, Any]:
        """The ZIP is judged last: abroad it may be missing or of another shape."""
        country = self.cleaned_data.setdefault("country", HOME)
        if "postal_code" in self.cleaned_data:
            self.judge_postal_code(country)
        for field_name in self.fields:
            self.refuse_two_answers(field_name)
        return self.cleaned_data

    def signer_facts(self) -> dict[str, Any]:
        """The arguments of a Signer; only after is_valid()."""
        data = self.cleaned_data
        facts = {name: data[name] for name in SIGNER_FIELDS if name in data}
        if self.partner:
            facts["organization_opt_ins"] = {self.partner.pk: data["partner_opt_in"]}
        return facts

    def judge_postal_code(self, country: str) -> None:
        try:
            code = clean_postal_code(self.cleaned_data["postal_code"], country)
            if not code and country == HOME:
                raise ValidationError(_("Enter your ZIP code"), code="required")
        except ValidationError as error:
            self.add_error("postal_code", error)
        else:
            self.cleaned_data["postal_code"] = code

    def refuse_two_answers(self, field_name: str) -> None:
        answers = self.data.getlist(field_name) if hasattr(self.data, "getlist") else []
        if len(answers) > 1:
            self.add_error(field_name, ValidationError(_("Give one answer here"), code="several"))
