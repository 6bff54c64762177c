"""Which questions the form of a petition asks, in the order in which a visitor meets them."""

from collections.abc import Iterable, Iterator

from django import forms
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.forms.consent_fields import (
    YES,
    TickBox,
    YesNoField,
    campaign_field,
    organization_field,
    organization_field_name,
)
from campaign_blocks.petition.forms.fields import (
    AddressField,
    CityField,
    LetterField,
    PhoneField,
    ShownNameField,
    comment_field,
    country_field,
    first_name_field,
    full_name_field,
    last_name_field,
)
from campaign_blocks.petition.forms.postal_code_field import PostalCodeField
from campaign_blocks.petition.identity.postal_codes import is_needed
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import Abroad, FieldMode

Named = Iterator[tuple[str, forms.Field]]


def everything(
    petition: Petition,
    partner: PartnerName | None,
    organizations: Iterable[PartnerName],
    *,
    split: bool,
    country: bool,
) -> Named:
    yield from about_the_signer(petition, split=split, country=country)
    yield from words_of_the_signer(petition, split=split)
    yield from consents(petition, partner, organizations)
    yield from unseen()


def about_the_signer(petition: Petition, *, split: bool, country: bool) -> Named:
    """`country`: the question is asked, because people abroad may sign or somebody tried."""
    if split:
        yield "given_name", first_name_field()
        yield "family_name", last_name_field()
    else:
        yield "name", full_name_field()
    yield "email", AddressField()
    if is_needed(petition.home_country) or petition.signers_abroad == Abroad.WELCOME:
        yield "postal_code", PostalCodeField(petition.home_country)
    if country:
        yield "country", country_field(petition.home_country)
    if petition.phone_mode != FieldMode.OFF:
        required = petition.phone_mode == FieldMode.REQUIRED
        yield "phone", PhoneField(reason=petition.phone_reason, required=required)


def words_of_the_signer(petition: Petition, *, split: bool) -> Named:
    if petition.comment_mode != FieldMode.OFF:
        yield "comment", comment_field(required=petition.comment_mode == FieldMode.REQUIRED)
    if petition.letter_body:
        yield "message", LetterField(initial=petition.letter_body)
    if petition.ask_public:
        label = _("Show my first name and city in public")
        yield "public", YesNoField(unanswered=False, label=label, widget=TickBox(YES))
        if not split:
            yield "given_name", ShownNameField()
        yield "city", CityField()


def consents(
    petition: Petition, partner: PartnerName | None, organizations: Iterable[PartnerName]
) -> Named:
    """The campaign asks once, and so does every organization; a page's partner among them."""
    yield "opt_in", campaign_field(petition)
    if partner:
        yield "partner_opt_in", organization_field(partner)
    for organization in organizations:
        if partner is None or organization.pk != partner.pk:
            yield organization_field_name(organization.pk), organization_field(organization)


def unseen() -> Named:
    trap = forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    yield "website", forms.CharField(required=False, label=_("Leave this empty"), widget=trap)
    source = forms.HiddenInput(attrs={"data-source": ""})
    yield "s", forms.CharField(required=False, widget=source)
    yield "form_token", forms.CharField(required=False, widget=forms.HiddenInput)
