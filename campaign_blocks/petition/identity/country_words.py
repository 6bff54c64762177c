"""Names of countries, alone and in a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.countries import ABROAD

COUNTRY_NAMES: dict[str, str | Promise] = {"US": _("United States"), **dict(ABROAD)}
IN_A_SENTENCE: dict[str, str | Promise] = {
    "AE": _("the United Arab Emirates"),
    "BS": _("the Bahamas"),
    "CD": _("the Democratic Republic of the Congo"),
    "CF": _("the Central African Republic"),
    "DO": _("the Dominican Republic"),
    "GB": _("the United Kingdom"),
    "GM": _("the Gambia"),
    "IM": _("the Isle of Man"),
    "KY": _("the Cayman Islands"),
    "MH": _("the Marshall Islands"),
    "MV": _("the Maldives"),
    "NL": _("the Netherlands"),
    "PH": _("the Philippines"),
    "SB": _("the Solomon Islands"),
    "SC": _("the Seychelles"),
    "US": _("the US"),
}


def in_a_sentence(country: str) -> str:
    """'the Netherlands', 'Kenya'; the code itself where the country is unknown."""
    return str(IN_A_SENTENCE.get(country) or COUNTRY_NAMES.get(country, country))
