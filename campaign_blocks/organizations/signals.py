"""Signals announce: a changed organization or logo makes cached pages draw their walls again."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.images import get_image_model

from campaign_blocks.kit import versions
from campaign_blocks.organizations.models import Organization
from campaign_blocks.organizations.tasks import draw_logo

FAMILY = "organizations"


def connect() -> None:
    versions.bump_on_save(Organization, family=FAMILY)
    post_save.connect(organization_saved, sender=Organization, dispatch_uid="organizations.saved")
    image = get_image_model()
    post_save.connect(image_saved, sender=image, dispatch_uid="organizations.image_saved")
    post_delete.connect(image_deleted, sender=image, dispatch_uid="organizations.image_deleted")


def organization_saved(instance: Organization, raw: bool = False, **kwargs: Any) -> None:
    if instance.logo_id is not None and not raw:
        draw_logo.enqueue(instance.pk)


def image_saved(instance: Model, created: bool = False, **kwargs: Any) -> None:
    """A new picture belongs to nobody yet."""
    if not created and Organization.objects.filter(logo_id=instance.pk).exists():
        versions.bump(FAMILY)


def image_deleted(**kwargs: Any) -> None:
    """Whose logo it was can no longer be asked: the references are already empty."""
    versions.bump(FAMILY)
