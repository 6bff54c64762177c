"""What a signer may do with what is stored under her mailbox: the link in the mail is her key."""

import logging

from django.db import transaction

from campaign_blocks.kit import versions
from campaign_blocks.petition.models import MailToken, Signature
from campaign_blocks.petition.models.choices import (
    ConsentMethod,
    ConsentPurpose,
    SignatureState,
    TokenPurpose,
)
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.paper.forgetting import forget_signature
from campaign_blocks.petition.services.ledger import record_removal
from campaign_blocks.petition.services.remove import remove_signatures
from campaign_blocks.petition.services.unsubscribe import stop_mail
from campaign_blocks.petition.services.withdraw import withdraw

log = logging.getLogger("campaign.petition.rights")


def key_of(raw_token: str) -> MailToken | None:
    """The usable link behind these characters, with its signature."""
    usable = MailToken.objects.usable(raw_token, TokenPurpose.MANAGE)
    return usable.select_related("signature").exclude(signature__email="").first()


def mailbox_of(key: MailToken) -> SignatureQuerySet:
    """All that this mailbox signed: who reads its mail may see and change all of it."""
    rows = Signature.objects.filter(fingerprint=key.signature.fingerprint)
    return rows.exclude(state=SignatureState.ERASED)


@transaction.atomic
def show_in_public(*, key: MailToken, signature_id: int, public: bool) -> bool:
    """Off at once, everywhere; on again only after staff have looked at it."""
    rows = mailbox_of(key).filter(pk=signature_id).exclude(public=public)
    changed = rows.update(public=public, shown_at=None)
    if changed:
        versions.bump("petitions")
    return bool(changed)


def withdraw_campaign(*, key: MailToken, signature_id: int) -> int:
    return withdraw(
        signatures=mailbox_of(key).filter(pk=signature_id),
        method=ConsentMethod.WITHDRAWN,
        only=(ConsentPurpose.CAMPAIGN_MAIL, None),
    )


def withdraw_organization(*, key: MailToken, organization_id: int) -> int:
    """From everything that this mailbox signed: the person means the organization."""
    return withdraw(
        signatures=mailbox_of(key),
        method=ConsentMethod.WITHDRAWN,
        only=(ConsentPurpose.PARTNER_MAIL, organization_id),
    )


def stop_all_mail(*, key: MailToken) -> None:
    stop_mail(fingerprint=bytes(key.signature.fingerprint), method=ConsentMethod.WITHDRAWN)


@transaction.atomic
def remove_mine(*, key: MailToken, signature_id: int) -> bool:
    """The signature goes, and the count with it. The link goes on for what else there is."""
    rows = mailbox_of(key).filter(pk=signature_id)
    removed = rows.first()
    if removed is None:
        return False
    other = mailbox_of(key).exclude(pk=signature_id).exclude(email="").first()
    if other and key.signature_id == signature_id:
        MailToken.objects.filter(pk=key.pk).update(signature=other)
    forget_signature(removed)
    if not remove_signatures(rows=rows):
        return False
    record_removal(removed)
    log.info("a signature was removed by its signer")
    versions.bump("petitions")
    return True
