"""A partner's words hang on two records: the page of its own and the organization's name."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.search.index import insert_or_update_object

from campaign_blocks.kit import versions
from campaign_blocks.organizations.models import Organization
from campaign_blocks.partners.models import PartnerPage

FAMILY = "partners"


def connect() -> None:
    versions.bump_on_save(PartnerPage, family=FAMILY)
    post_save.connect(organization_saved, sender=Organization, dispatch_uid="partners.renamed")


def organization_saved(
    instance: Organization, created: bool = False, raw: bool = False, **kwargs: Any
) -> None:
    """Partner pages are found by the organization's name."""
    if created or raw:
        return
    for partner in PartnerPage.objects.filter(organization=instance):
        insert_or_update_object(partner)
