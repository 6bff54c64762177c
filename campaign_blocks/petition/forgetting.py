"""A saved petition or organization is seen at once in this process, in 5 seconds in others."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition import lookup, slots
from campaign_blocks.petition.models import AskingOrganization, Petition


def forget(**kwargs: Any) -> None:
    lookup.forget_all()
    slots.kept_words.forget()


def forget_on_save() -> None:
    for model in (Petition, AskingOrganization, Organization):
        name = f"petition-forget-{model._meta.label}"
        post_save.connect(forget, sender=model, dispatch_uid=name)
        post_delete.connect(forget, sender=model, dispatch_uid=name)
