"""What a visitor can do about one person: channel by channel, with the words and a link."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from campaign_blocks.kit.doors import letter_ways
from scoreboard.channels import dial, mail_url
from scoreboard.limits import LIMITS
from scoreboard.positions import Channel
from scoreboard.posting import BLUESKY, INTENT, MASTODON
from scoreboard.scripts import Words

if TYPE_CHECKING:
    from scoreboard.models import Legislator


class Action(NamedTuple):
    """`url` opens the channel with `text` in it, or the form beside which it is pasted."""

    channel: str
    text: str
    url: str
    left: int = 0


class Actions(NamedTuple):
    """Empty ones are not offered: nobody sees a dead link."""

    call: Action | None
    x: Action | None
    bluesky: Action
    mastodon: Action
    email: Action | None
    form: Action | None
    letter: Action | None

    @property
    def offered(self) -> Iterator[Action]:
        return (action for action in self if action is not None)


def offer(person: "Legislator", words: Words, subject: str) -> Actions:
    def action(channel: Channel, url: str) -> Action:
        text = words.texts[channel]
        return Action(channel.value, text, url, LIMITS[channel].most - LIMITS[channel].length(text))

    def post(channel: Channel, base: str) -> Action:
        return action(channel, base + quote(words.texts[channel], safe=""))

    number, form, letter = dial(person.phone), person.contact_form, letter_url(person)
    mail = mail_url(person.email, subject, words.texts[Channel.EMAIL]) if person.email else ""
    return Actions(
        call=action(Channel.CALL, f"tel:{number}") if number else None,
        x=post(Channel.X, INTENT) if person.x_handle else None,
        bluesky=post(Channel.BLUESKY, BLUESKY),
        mastodon=post(Channel.MASTODON, MASTODON),
        email=action(Channel.EMAIL, mail) if mail else None,
        form=action(Channel.FORM, form) if form else None,
        letter=action(Channel.LETTER, letter) if letter else None,
    )


def letter_url(person: "Legislator") -> str:
    """Where a visitor signs and writes to this person; "" when no petition delivers there."""
    target = f"{person.scheme}:{person.identifier}"
    ways = (way(target=target, email=person.email) for way in letter_ways())
    return next(filter(None, ways), "")
