"""The ways a letter may travel, behind one interface, the best one first."""

from campaign_blocks.petition.letters.channels.base import (
    Channel,
    InDoubt,
    OutgoingLetter,
    Reach,
    Refused,
    Unreachable,
)
from campaign_blocks.petition.letters.channels.registry import all_channels, best_channel, channel

__all__ = [
    "Channel",
    "InDoubt",
    "OutgoingLetter",
    "Reach",
    "Refused",
    "Unreachable",
    "all_channels",
    "best_channel",
    "channel",
]
