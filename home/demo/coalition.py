"""The 41 organizations of 2020, and two of them with landing pages."""

import csv
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.db import transaction

from campaign_blocks.organizations.models import Organization
from campaign_blocks.partners.models import PartnerPage
from home.demo.records import Records

FILE = Path(__file__).parent / "organizations.csv"

LANDING = (
    (
        "restore-the-fourth",
        "Your face is not a warrant",
        "Restore The Fourth defends the Fourth Amendment against mass surveillance. Facial "
        "recognition searches everybody who walks past a camera. Add your name with us, and tell "
        "your lawmakers to ban it.",
    ),
    (
        "oakland-privacy",
        "Oakland banned it. Your city can, too.",
        "Oakland Privacy helped to make Oakland one of the first cities in the country to ban "
        "facial recognition. Sign with us, so that Congress hears it from every district.",
    ),
)


def rows() -> list[Mapping[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def build_organizations(records: Records) -> None:
    stored = set(Organization.objects.values_list("slug", flat=True))
    privacy = {slug: f"{settings.BASE_URL}/privacy/" for slug, *_ in LANDING}
    for number, row in enumerate(rows(), start=1):
        if row["slug"] in stored:
            continue
        organization = Organization(
            name=row["name"],
            slug=row["slug"],
            website=row["website"],
            sort_order=number,
            logo_id=records.logos[row["slug"]],
            privacy_url=privacy.get(row["slug"], ""),
        )
        organization.full_clean()
        organization.save()
        records.note(f"organization {row['name']}")


@transaction.atomic
def build_landing_pages(records: Records) -> None:
    for slug, headline, paragraph in LANDING:
        if PartnerPage.objects.filter(slug=slug).exists():
            continue
        page = PartnerPage(
            organization=Organization.objects.get(slug=slug),
            slug=slug,
            headline=headline,
            paragraph=paragraph,
            page_id=records.page_id,
            petition_id=records.petition_id,
        )
        page.full_clean()
        page.save()
        records.note(f"partner page {slug}")
