from campaign_blocks.petition.models.address_key import AddressKey
from campaign_blocks.petition.models.consent import Consent, ConsentText
from campaign_blocks.petition.models.counting import CountDelta, PetitionCount
from campaign_blocks.petition.models.mail_token import MailToken
from campaign_blocks.petition.models.outbox import OutboxMessage
from campaign_blocks.petition.models.petition import Petition
from campaign_blocks.petition.models.signature import Signature
from campaign_blocks.petition.models.staff_rows import (
    AskingOrganization,
    PetitionMail,
    ShareText,
    ThanksStep,
)
from campaign_blocks.petition.models.suppression import Suppression

__all__ = [
    "AddressKey",
    "AskingOrganization",
    "Consent",
    "ConsentText",
    "CountDelta",
    "MailToken",
    "OutboxMessage",
    "Petition",
    "PetitionCount",
    "PetitionMail",
    "ShareText",
    "Signature",
    "Suppression",
    "ThanksStep",
]
