"""The words people agree to, and the stored row of exactly those words."""

from django.utils.translation import gettext as _

from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.memory import Memory
from campaign_blocks.petition.models import ConsentText, Petition
from campaign_blocks.petition.models.choices import ConsentMode


def campaign_words(petition: Petition) -> tuple[str, str]:
    """(yes, no): what stands beside the two answers."""
    if petition.consent_asked == ConsentMode.STATEMENT:
        return petition.consent_statement, no_words()
    if petition.consent_statement and petition.consent_mode == ConsentMode.CHECKBOX:
        return petition.consent_statement, no_words()
    return _("Yes, email me about this campaign"), no_words()


def no_words() -> str:
    return _("No emails, just count my signature")


def partner_words(partner: PartnerName) -> tuple[str, str]:
    return (
        _("Yes, %(name)s may email me") % {"name": partner.name},
        _("No emails from %(name)s") % {"name": partner.name},
    )


def find_text(words: tuple[str, str]) -> int:
    text, language = words
    row, _made = ConsentText.objects.get_or_create(
        sha256=ConsentText.digest(text, language), defaults={"text": text, "language": language}
    )
    return row.pk


kept_texts: Memory[tuple[str, str], int] = Memory(find_text)


def text_id(text: str, language: str) -> int:
    """The row of these words; rows never change, so the answer is kept for good."""
    return kept_texts((text, language))
