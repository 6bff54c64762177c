"""Judgements of the sign form that hang on more than one answer, or on the petition."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.country_words import (
    COUNTRY_NAMES,
    in_a_sentence,
)
from campaign_blocks.petition.identity.phones import clean_phone
from campaign_blocks.petition.identity.postal_codes import clean_postal_code, is_needed
from campaign_blocks.petition.identity.postal_words import words_for
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import Abroad

if TYPE_CHECKING:
    from campaign_blocks.petition.forms.signature import SignatureForm


def name_is_split(data: Any, petition: Petition) -> bool:
    """As the form was when it was sent: its page may have been cached before staff changed it."""
    if "family_name" in data:
        return True
    return petition.split_name and "name" not in data


def is_abroad(data: Any, petition: Petition) -> bool:
    return data.get("country", "") not in ("", petition.home_country)


def judge_country(form: "SignatureForm") -> None:
    home, data = form.petition.home_country, form.cleaned_data
    country = data["country"] = data.get("country") or home
    if country not in COUNTRY_NAMES:
        form.add_error(
            "country", ValidationError(_("Choose your country from the list"), code="invalid")
        )
    elif country != home and form.petition.signers_abroad == Abroad.HOME_ONLY:
        form.add_error("country", only_at_home(home))


def only_at_home(home: str) -> ValidationError:
    return ValidationError(
        _("Only people who live in %(country)s can sign this petition."),
        code="abroad",
        params={"country": in_a_sentence(home)},
    )


def judge_places(form: "SignatureForm") -> None:
    """Postal code and phone number, by the country that the signer chose."""
    data = form.cleaned_data
    country = data.get("country", form.petition.home_country)
    for field, clean in (("postal_code", judged_postal_code), ("phone", judged_phone)):
        if field in data:
            try:
                data[field] = clean(form, data[field], country)
            except ValidationError as error:
                form.add_error(field, error)


def judged_postal_code(form: "SignatureForm", value: str, country: str) -> str:
    home = form.petition.home_country
    if country == home or value.strip():
        code = clean_postal_code(value, country)
        if code or not is_needed(home):
            return code
        raise ValidationError(words_for(home).ask, code="required")
    return ""


def judged_phone(form: "SignatureForm", value: str, country: str) -> str:
    return clean_phone(value, country) if value else ""


def judge_public(form: "SignatureForm") -> None:
    """What is shown is asked for in full; what is not shown is not kept."""
    data = form.cleaned_data
    if "public" not in form.fields:
        return
    if not data.get("public"):
        data.update({"city": ""} if form.split else {"city": "", "given_name": ""})
        return
    for field, words in (
        ("given_name", _("Enter the first name to show, or untick the box")),
        ("city", _("Enter the city to show, or untick the box")),
    ):
        if field in data and not data[field]:
            form.add_error(field, ValidationError(words, code="required"))
