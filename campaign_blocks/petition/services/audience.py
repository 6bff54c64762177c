"""Whom the campaign may write to about a petition."""

from django.db.models import Exists, OuterRef, Subquery

from campaign_blocks.petition.models import Consent, Petition, Signature, Suppression
from campaign_blocks.petition.models.choices import ConsentPurpose, SignatureState
from campaign_blocks.petition.models.signature import SignatureQuerySet


def audience(petition: Petition) -> SignatureQuerySet:
    """Counted, their latest word to the campaign is yes, and no mailbox of theirs was closed."""
    words = Consent.objects.filter(
        signature=OuterRef("pk"), purpose=ConsentPurpose.CAMPAIGN_MAIL
    ).order_by("-pk")
    stopped = Suppression.objects.filter(fingerprint=OuterRef("fingerprint"))
    signed = Signature.objects.filter(petition=petition, state=SignatureState.CONFIRMED)
    return (
        signed.exclude(email="")
        .filter(~Exists(stopped))
        .annotate(said_yes=Subquery(words.values("granted")[:1]))
        .filter(said_yes=True)
    )
