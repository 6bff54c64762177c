from campaign_blocks.petition.models.address_key import AddressKey
from campaign_blocks.petition.models.bulk_action import BulkAction, BulkActionRow
from campaign_blocks.petition.models.consent import Consent, ConsentText
from campaign_blocks.petition.models.counting import CountDelta, PetitionCount
from campaign_blocks.petition.models.desk_finding import DeskFinding, DeskLook
from campaign_blocks.petition.models.disposable_domain import DisposableDomain
from campaign_blocks.petition.models.erasure import Erasure
from campaign_blocks.petition.models.exports import Export, ExportChunk, ExportLog
from campaign_blocks.petition.models.hand_over import HandOver
from campaign_blocks.petition.models.letter import Letter, LetterRecipient, LetterText
from campaign_blocks.petition.models.letter_trace import LetterTrace
from campaign_blocks.petition.models.link_wish import LinkWish
from campaign_blocks.petition.models.mail_token import MailToken
from campaign_blocks.petition.models.numbers import AuditRun, CountDrift, NumbersSnapshot
from campaign_blocks.petition.models.outbox import OutboxMessage
from campaign_blocks.petition.models.paper import PaperBatch, PaperRow
from campaign_blocks.petition.models.petition import Petition
from campaign_blocks.petition.models.retention import RetentionRun
from campaign_blocks.petition.models.signature import Signature
from campaign_blocks.petition.models.staff_rows import (
    AskingOrganization,
    PetitionMail,
    ShareText,
    ThanksStep,
)
from campaign_blocks.petition.models.stop_link import StopLink
from campaign_blocks.petition.models.suppression import Suppression
from campaign_blocks.petition.models.switch import Switch
from campaign_blocks.petition.models.tally import RateTally
from campaign_blocks.petition.models.update import Update

__all__ = [
    "AddressKey",
    "AskingOrganization",
    "AuditRun",
    "BulkAction",
    "BulkActionRow",
    "Consent",
    "ConsentText",
    "CountDelta",
    "CountDrift",
    "DeskFinding",
    "DeskLook",
    "DisposableDomain",
    "Erasure",
    "Export",
    "ExportChunk",
    "ExportLog",
    "HandOver",
    "Letter",
    "LetterRecipient",
    "LetterText",
    "LetterTrace",
    "LinkWish",
    "MailToken",
    "NumbersSnapshot",
    "OutboxMessage",
    "PaperBatch",
    "PaperRow",
    "Petition",
    "PetitionCount",
    "PetitionMail",
    "RateTally",
    "RetentionRun",
    "ShareText",
    "Signature",
    "StopLink",
    "Suppression",
    "Switch",
    "ThanksStep",
    "Update",
]
