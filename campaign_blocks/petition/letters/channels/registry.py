from campaign_blocks.petition.letters.channels.base import Channel, Reach
from campaign_blocks.petition.letters.channels.cwc import CongressChannel
from campaign_blocks.petition.letters.channels.email import EmailChannel
from campaign_blocks.petition.letters.channels.printed import PrintChannel
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.letter_choices import LetterChannel

# Best first. Paper is last and always open, so nothing that people wrote is lost.
CHANNELS: tuple[Channel, ...] = (CongressChannel(), EmailChannel(), PrintChannel())


def all_channels() -> tuple[Channel, ...]:
    return CHANNELS


def channel(name: str) -> Channel:
    return next(one for one in CHANNELS if one.name == name)


def best_channel(petition: Petition, reach: Reach, *, has_postal_address: bool) -> LetterChannel:
    """The first that the petition allows, that is set up, and that knows the lawmaker."""
    for one in CHANNELS:
        if one.needs_postal_address and not has_postal_address:
            continue
        if one.is_open(petition, reach):
            return one.name
    return LetterChannel.PRINT
