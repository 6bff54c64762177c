"""Signing: one transaction, shared with who signs at the same moment; nothing else in the
request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from django.db import connection

from campaign_blocks.kit.together import Together
from campaign_blocks.petition import consent_texts, lookup
from campaign_blocks.petition.identity.fingerprints import fingerprint, person_digest
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import (
    ConsentMethod,
    ConsentMode,
    ConsentPurpose,
    SignatureState,
)
from campaign_blocks.petition.services import store_postgresql, store_sqlite
from campaign_blocks.petition.services.new_signature import ConsentAnswer, NewSignature, Stored

METHODS = {
    ConsentMode.ASK: ConsentMethod.ANSWER,
    ConsentMode.CHECKBOX: ConsentMethod.CHECKBOX,
    ConsentMode.STATEMENT: ConsentMethod.STATEMENT,
}


def store(many: Sequence[NewSignature]) -> list[Stored]:
    way = store_postgresql if connection.vendor == "postgresql" else store_sqlite
    return way.store(many)


# Those who sign at the same moment share a transaction; one mailbox is never twice in the same.
SIGNING = Together(store=store, name=attrgetter("identity"))


class NotOpen(Exception):
    """The petition can't be signed now: it does not exist, is not open yet, or is closed."""


@dataclass(frozen=True)
class SignResult:
    """`created` is for tests and logs; visitors get the same answer either way."""

    created: bool


@dataclass(frozen=True, kw_only=True)
class Signer:
    """What a person typed, cleaned by the form."""

    name: str
    email: str
    given_name: str = ""
    phone: str = ""
    city: str = ""
    comment: str = ""
    public: bool = False
    postal_code: str = ""
    country: str = "US"
    message: str = ""
    opt_in: bool = False
    # By organization that was asked for; one that is missing here was not asked for.
    organization_opt_ins: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a signature came from: signed words and headers, nothing that a person typed."""

    partner_id: int | None = None
    page_id: int | None = None
    source: str = ""
    language: str = "en"
    address_block: bytes = b""
    seconds_taken: int | None = None


def sign_petition(*, petition_id: int, signer: Signer, origin: Origin | None = None) -> SignResult:
    """Stores signature, consents, mail and count change; a repeat stores one mail at most."""
    origin = origin or Origin()
    petition = lookup.petition_by_id(petition_id)
    if petition is None:
        raise NotOpen
    stored = SIGNING.one(new_signature(petition, signer, origin))
    if not stored.was_open:
        raise NotOpen
    return SignResult(created=stored.created)


def new_signature(petition: Petition, signer: Signer, origin: Origin) -> NewSignature:
    partner = lookup.partner_by_id(origin.partner_id) if origin.partner_id else None
    waits = petition.confirm_by_mail
    return NewSignature(
        petition_id=petition.pk,
        fingerprint=fingerprint(signer.email),
        person=person_digest(signer.name) if petition.household_mailbox else b"",
        name=signer.name,
        given_name=signer.given_name,
        email=signer.email,
        phone=signer.phone,
        city=signer.city,
        comment=signer.comment,
        public=signer.public,
        postal_code=signer.postal_code,
        country=signer.country,
        message=signer.message,
        state=SignatureState.PENDING if waits else SignatureState.CONFIRMED,
        page_id=origin.page_id,
        partner_id=partner.pk if partner else None,
        source=origin.source,
        language=origin.language,
        address_block=origin.address_block,
        seconds_taken=origin.seconds_taken,
        consents=consents(petition, signer, origin.language),
    )


def consents(petition: Petition, signer: Signer, language: str) -> tuple[ConsentAnswer, ...]:
    """A row for every question that was asked, with the words beside the answer that was given."""
    yes, no = consent_texts.campaign_words(petition)
    answers = [
        ConsentAnswer(
            purpose=ConsentPurpose.CAMPAIGN_MAIL,
            organization_id=None,
            text_id=consent_texts.text_id(yes if signer.opt_in else no, language),
            granted=signer.opt_in,
            method=METHODS[petition.consent_asked],
        )
    ]
    for organization_id, granted in signer.organization_opt_ins.items():
        organization = lookup.partner_by_id(organization_id)
        if organization is None:
            continue
        yes, no = consent_texts.partner_words(organization)
        answers.append(
            ConsentAnswer(
                purpose=ConsentPurpose.PARTNER_MAIL,
                organization_id=organization_id,
                text_id=consent_texts.text_id(yes if granted else no, language),
                granted=granted,
                method=ConsentMethod.ANSWER,
            )
        )
    return tuple(answers)
