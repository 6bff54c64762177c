"""How much each channel holds, counted as the channel itself counts."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from scoreboard.graphemes import grapheme_length
from scoreboard.positions import Channel
from scoreboard.tokens import LINK, LINK_LENGTH, POST_LIMIT, post_length

WORDS_OF_A_CALL = 60  # what a staffer listens to; half a minute
BLUESKY_LIMIT = 300  # graphemes
MASTODON_LIMIT = 500  # the standard server's; links count 23
LETTER_LIMIT = 10_000


class Limit(NamedTuple):
    most: int
    length: Callable[[str], int]
    unit: str | Promise


def word_count(text: str) -> int:
    return len(text.split())


def toot_length(text: str) -> int:
    without, links = LINK.subn("", text)
    return grapheme_length(without) + links * LINK_LENGTH


LIMITS = {
    Channel.CALL: Limit(WORDS_OF_A_CALL, word_count, _("words")),
    Channel.X: Limit(POST_LIMIT, post_length, _("characters")),
    Channel.BLUESKY: Limit(BLUESKY_LIMIT, grapheme_length, _("characters")),
    Channel.MASTODON: Limit(MASTODON_LIMIT, toot_length, _("characters")),
    Channel.EMAIL: Limit(LETTER_LIMIT, len, _("characters")),
    Channel.FORM: Limit(LETTER_LIMIT, len, _("characters")),
    Channel.LETTER: Limit(LETTER_LIMIT, len, _("characters")),
}
