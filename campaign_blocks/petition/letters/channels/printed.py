from campaign_blocks.petition.letters.channels.base import Channel, OutgoingLetter, Reach
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.letter_choices import LetterChannel


class PrintChannel(Channel):
    """The pile that staff print and hand over in person; nothing is sent by itself."""

    name = LetterChannel.PRINT
    sends = False

    def missing(self) -> str:
        return ""

    def allowed_by(self, petition: Petition) -> bool:
        return True

    def reaches(self, reach: Reach) -> bool:
        return True

    def send(self, letter: OutgoingLetter) -> None:
        raise NotImplementedError("people hand printed letters over")
