"""The sheet that a printer makes of a petition, with the very words that signers agree to."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from django.conf import settings

from campaign_blocks.petition import consent_texts
from campaign_blocks.petition.identity.postal_words import words_for
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition

LINES = 15
SOURCE = "paper"
MOST_QUESTIONS = 4  # more columns leave no room to sign


@dataclass(frozen=True)
class Question:
    """What stands under one letter of the table."""

    letter: str
    words: str
    privacy_url: str = ""


@dataclass(frozen=True)
class PaperSheet:
    petition: Petition
    organizations: Sequence[PartnerName] = ()

    @property
    def lines(self) -> range:
        return range(1, LINES + 1)

    @property
    def questions(self) -> list[Question]:
        """The campaign's first, then each organization's that asks."""
        asked = [(consent_texts.campaign_words(self.petition)[0], "")]
        asked += [
            (consent_texts.partner_words(one)[0], one.privacy_url) for one in self.organizations
        ]
        pairs = zip(ascii_uppercase, asked[:MOST_QUESTIONS], strict=False)
        return [Question(letter, words, url) for letter, (words, url) in pairs]

    @property
    def postal_code(self) -> str:
        return str(words_for(self.petition.home_country).label)

    @property
    def address(self) -> str:
        """Signatures that come by it are counted as brought by paper."""
        return f"{settings.BASE_URL}{self.petition.get_absolute_url()}?s={SOURCE}"
