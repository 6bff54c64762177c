"""Which signatures staff mean: plain data that is stored, counted, shown in words and run."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.db.models.functions import Substr
from django.db.models.lookups import In
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from campaign_blocks.petition.identity.addresses import ascii_domain
from campaign_blocks.petition.identity.zip_states import NAMES, prefixes_of
from campaign_blocks.petition.models import Petition, Signature
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.models.suspicion import Suspicion

# A state alone is no filter: it would mean every signature that there is.
NARROWING = (
    "petition",
    "address",
    "domain",
    "country",
    "us_state",
    "since",
    "until",
    "suspect_for",
    "source",
    "partner",
)
# What is left out of logs: it can lead to a person.
PERSONAL = ("address", "domain")

Criteria = Mapping[str, Any]


def cleaned(values: Criteria) -> dict[str, Any]:
    """Only what says something, ready for JSON."""
    found = {name: values.get(name) for name in (*NARROWING, "state")}
    kept = {name: value for name, value in found.items() if value not in (None, "")}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in kept.items()
    }


def is_empty(criteria: Criteria) -> bool:
    return not any(criteria.get(name) for name in NARROWING)


def matching(criteria: Criteria) -> SignatureQuerySet:
    """A ValueError for an empty filter: nobody ever means everything."""
    if is_empty(criteria):
        raise ValueError("an empty filter matches everything")
    return Signature.objects.filter(*[PARTS[name](value) for name, value in criteria.items()])


def of_domain(domain: str) -> Q:
    """Addresses are stored with their domain in lower case, as it was typed or in ASCII."""
    domain = domain.strip().lower().lstrip("@")
    return Q(email__endswith=f"@{domain}") | Q(email__endswith=f"@{ascii_domain(domain)}")


def of_us_state(code: str) -> Q:
    return Q(In(Substr("postal_code", 1, 3), prefixes_of(code)), country="US")


PARTS: dict[str, Any] = {
    "petition": lambda pk: Q(petition_id=pk),
    "address": lambda digest: Q(address_block=bytes.fromhex(digest)),
    "domain": of_domain,
    "country": lambda code: Q(country=code),
    "us_state": of_us_state,
    "since": lambda text: Q(created_at__gte=parse_datetime(text)),
    "until": lambda text: Q(created_at__lt=parse_datetime(text)),
    "suspect_for": lambda reason: Q(suspect_for=reason),
    "source": lambda code: Q(source=code),
    "partner": lambda pk: Q(partner_id=pk),
    "state": lambda state: Q(state=state),
}


def words(criteria: Criteria) -> list[str]:
    """For people: one line for each part. A network is named by the beginning of its digest."""
    return [line for name, value in criteria.items() if (line := word(name, value))]


def word(name: str, value: Any) -> str:
    if name == "petition":
        title = Petition.objects.filter(pk=value).values_list("title", flat=True).first()
        return _("Petition: {title}").format(title=title or value)
    if name in ("since", "until"):
        when = date_format(localtime(parse_datetime(value)), "SHORT_DATETIME_FORMAT")
        line = _("Signed from {when}") if name == "since" else _("Signed before {when}")
        return line.format(when=when)
    return LINES[name]().format(value=shown(name, value))


LINES: dict[str, Any] = {
    "address": lambda: _("One network: {value}"),
    "domain": lambda: _("Mail domain: {value}"),
    "country": lambda: _("Country: {value}"),
    "us_state": lambda: _("State: {value}"),
    "suspect_for": lambda: _("Suspect for: {value}"),
    "source": lambda: _("Source: {value}"),
    "partner": lambda: _("Partner: number {value}"),
    "state": lambda: _("State of the signature: {value}"),
}


def shown(name: str, value: Any) -> str:
    if name == "address":
        return short(value)
    if name == "us_state":
        return NAMES.get(value, value)
    if name == "suspect_for":
        return str(Suspicion(value).label)
    if name == "state":
        return str(SignatureState(value).label)
    return str(value)


def short(digest: str) -> str:
    """Enough to tell networks apart; it is no address, and changes every day."""
    return digest[:8]


def for_log(criteria: Criteria) -> dict[str, Any]:
    return {name: "…" if name in PERSONAL else value for name, value in criteria.items()}
