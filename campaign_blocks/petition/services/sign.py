"""Signing: one transaction, no row shared between signers, nothing else in the request."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from campaign_blocks.petition import consent_texts, lookup
from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import (
    ConsentMethod,
    ConsentMode,
    ConsentPurpose,
    SignatureState,
)
from campaign_blocks.petition.services import store_postgresql, store_sqlite
from campaign_blocks.petition.services.new_signature import ConsentAnswer, NewSignature

METHODS = {
    ConsentMode.ASK: ConsentMethod.ANSWER,
    ConsentMode.CHECKBOX: ConsentMethod.CHECKBOX,
    ConsentMode.STATEMENT: ConsentMethod.STATEMENT,
}


class NotOpen(Exception):
    """The petition can't be signed now: it does not exist, is not open yet, or is closed."""


@dataclass(frozen=True)
class SignResult:
    """`created` is for tests and logs; visitors get the same answer either way."""

    created: bool


def sign_petition(
    *,
    petition_id: int,
    name: str,
    email: str,
    postal_code: str = "",
    country: str = "US",
    message: str = "",
    opt_in: bool = False,
    partner_id: int | None = None,
    partner_opt_in: bool = False,
    page_id: int | None = None,
    source: str = "",
    language: str = "en",
    address_block: bytes = b"",
) -> SignResult:
    """Stores signature, consents, mail and count change; a repeat stores one mail at most."""
    petition = lookup.petition_by_id(petition_id)
    if petition is None or not petition.is_open:
        raise NotOpen
    partner = lookup.partner_by_id(partner_id) if partner_id else None
    now = timezone.now()
    state, confirmed_at = first_state(petition, now)
    new = NewSignature(
        petition_id=petition.pk,
        fingerprint=fingerprint(email),
        name=name,
        email=email,
        postal_code=postal_code,
        country=country,
        message=message,
        state=state,
        page_id=page_id,
        partner_id=partner.pk if partner else None,
        source=source,
        language=language,
        address_block=address_block,
        created_at=now,
        confirmed_at=confirmed_at,
        consents=consents(petition, opt_in, partner, partner_opt_in, language),
    )
    store = store_postgresql.store if connection.vendor == "postgresql" else store_sqlite.store
    return SignResult(created=store(new))


def first_state(petition: Petition, now: datetime) -> tuple[SignatureState, datetime | None]:
    if petition.confirm_by_mail:
        return SignatureState.PENDING, None
    return SignatureState.CONFIRMED, now


def consents(
    petition: Petition,
    opt_in: bool,
    partner: lookup.PartnerName | None,
    partner_opt_in: bool,
    language: str,
) -> tuple[ConsentAnswer, ...]:
    """A row for every question that was asked, with the words beside the answer that was given."""
    yes, no = consent_texts.campaign_words(petition)
    answers = [
        ConsentAnswer(
            purpose=ConsentPurpose.CAMPAIGN_MAIL,
            organization_id=None,
            text_id=consent_texts.text_id(yes if opt_in else no, language),
            granted=opt_in,
            method=METHODS[ConsentMode(petition.consent_mode)],
        )
    ]
    if partner:
        yes, no = consent_texts.partner_words(partner)
        answers.append(
            ConsentAnswer(
                purpose=ConsentPurpose.PARTNER_MAIL,
                organization_id=partner.pk,
                text_id=consent_texts.text_id(yes if partner_opt_in else no, language),
                granted=partner_opt_in,
                method=ConsentMethod.ANSWER,
            )
        )
    return tuple(answers)
