"""What search engines read beside the words: schema.org as JSON in the page."""

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from scoreboard.channels import accounts_of

if TYPE_CHECKING:
    from scoreboard.models import Bill, Legislator

# What could end the element that the text stands in.
SAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_json(data: dict[str, Any]) -> SafeString:
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    return mark_safe(text.translate(SAFE))  # no character is left that could end the element  # noqa: S308


def person_data(person: "Legislator", office: str) -> SafeString:
    same = [person.website, *(account.url for account in accounts_of(person))]
    data = {
        "@type": "Person",
        "name": person.full_name,
        "givenName": person.given_name,
        "familyName": person.family_name,
        "jobTitle": office,
        "url": settings.BASE_URL + person.get_absolute_url(),
        "sameAs": [url for url in same if url],
        "telephone": person.phone,
        "memberOf": [organization("Organization", person.party)] if person.party else [],
        "worksFor": organization("GovernmentOrganization", person.chamber.name),
    }
    return as_json({name: value for name, value in data.items() if value})


def organization(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}


def list_data(bill: "Bill | None", sentence: str) -> SafeString:
    """The list is data that anybody may take."""
    name = f"{bill.label}: {bill.title}" if bill else ""
    files = (("text/csv", "scoreboard:csv"), ("application/json", "scoreboard:json"))
    data = {
        "@type": "Dataset",
        "name": name,
        "description": sentence or name,
        "url": settings.BASE_URL + reverse("scoreboard:list"),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": settings.BASE_URL + reverse(address),
            }
            for kind, address in files
        ],
    }
    return as_json({name: value for name, value in data.items() if value})
