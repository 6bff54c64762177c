"""What visitors say to a legislator: the right words for each stance, with names filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from django.utils.translation import gettext_lazy as _

from scoreboard.positions import FRIENDS, Channel
from scoreboard.tokens import fill

if TYPE_CHECKING:
    from scoreboard.models import Bill

Mood = Literal["ask", "thank"]

STANDARD = {
    "ask_post": _("Please sponsor {bill}, the {bill_title}."),
    "ask_message": _(
        "Dear {title} {last},\n\n"
        "I am your constituent, and I ask you to sponsor {bill}, the {bill_title}.\n\n"
        "Please tell me where you stand.\n\n"
        "{first}\n{city}, {zip}"
    ),
    "ask_call": _(
        "Hello, my name is {first} and I live in {city}, {zip}. "
        "I ask {title} {last} to sponsor {bill}, the {bill_title}. I don’t need a response."
    ),
    "thank_post": _("Thank you for standing behind {bill}, the {bill_title}!"),
    "thank_message": _(
        "Dear {title} {last},\n\n"
        "I am your constituent. Thank you for standing behind {bill}, the {bill_title}. "
        "It matters to me that you do.\n\n"
        "{first}\n{city}, {zip}"
    ),
    "thank_call": _(
        "Hello, my name is {first} and I live in {city}, {zip}. I am calling to thank "
        "{title} {last} for standing behind {bill}, the {bill_title}. I don’t need a response."
    ),
}
FIELDS = tuple(STANDARD)
# The text of the bill that a channel uses where no script of its own is written.
FAMILY = {
    Channel.CALL: "call",
    Channel.X: "post",
    Channel.BLUESKY: "post",
    Channel.MASTODON: "post",
    Channel.EMAIL: "message",
    Channel.FORM: "message",
    Channel.LETTER: "message",
}
POSTS = frozenset({Channel.X, Channel.BLUESKY, Channel.MASTODON})

# What stands in a text until the visitor writes it.
BLANKS = {"first": _("[your name]"), "city": _("[your city]"), "zip": _("[your ZIP code]")}


def mood_of(position: str) -> Mood:
    """Supporters are thanked, everybody else is asked; nobody ever gets the other's words."""
    return "thank" if position in FRIENDS else "ask"


def scripts_of(bill: "Bill") -> Mapping[tuple[str, str], str]:
    """Staff's own texts by stance and channel; one query for each bill that was read."""
    found: dict[tuple[str, str], str] | None = bill.__dict__.get("_texts")
    if found is None:
        rows = bill.scripts.all() if bill.pk else ()
        found = {(one.position, one.channel): one.text for one in rows if one.text.strip()}
        bill.__dict__["_texts"] = found
    return found


def template_of(bill: "Bill", position: str, channel: Channel) -> str:
    """Staff's text for this stance and channel, or for the mood, or the standard one."""
    own = scripts_of(bill).get((position, channel))
    name = f"{mood_of(position)}_{FAMILY[channel]}"
    return own or getattr(bill, name).strip() or str(STANDARD[name])


class Addressee(NamedTuple):
    """The person spoken to, and the number that the bill has in their chamber."""

    title: str
    last: str
    bill: str
    x_handle: str = ""
    bluesky: str = ""
    mastodon: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    mood: Mood
    texts: Mapping[Channel, str]

    @property
    def post(self) -> str:
        return self.texts[Channel.X]

    @property
    def message(self) -> str:
        return self.texts[Channel.FORM]

    @property
    def call(self) -> str:
        return self.texts[Channel.CALL]


def write_post(template: str, bill_title: str, who: Addressee, channel: Channel = Channel.X) -> str:
    """A post starts with the account, or with the name of who has none there."""
    text = fill(template, title=who.title, last=who.last, bill=who.bill, bill_title=bill_title)
    return f"{opening(who, channel)} {text}"


def opening(who: Addressee, channel: Channel) -> str:
    """X hides posts that begin with an account from everybody else: hence the full stop."""
    if channel == Channel.X and who.x_handle:
        return f".@{who.x_handle}"
    account = {Channel.BLUESKY: who.bluesky, Channel.MASTODON: who.mastodon}.get(channel, "")
    if account:
        return f"@{account.removeprefix('@')}"
    return f"{who.title} {who.last}:"


def write_message(template: str, bill_title: str, who: Addressee) -> str:
    values = {
        "title": who.title,
        "last": who.last,
        "bill": who.bill,
        "bill_title": bill_title,
        **{name: str(blank) for name, blank in BLANKS.items()},
    }
    return fill(template, **values)


def write(bill: "Bill", position: str, channel: Channel, who: Addressee) -> str:
    template = template_of(bill, position, channel)
    if channel in POSTS:
        return write_post(template, bill.brief_title, who, channel)
    return write_message(template, bill.title, who)


def write_words(bill: "Bill", position: str, who: Addressee) -> Words:
    texts = {channel: write(bill, position, channel, who) for channel in Channel}
    return Words(mood_of(position), texts)
