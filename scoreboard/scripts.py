"""What visitors say to a legislator: the right words for each stance, with names filled in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from django.utils.translation import gettext_lazy as _

from scoreboard.positions import FRIENDS
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

# What stands in a text until the visitor writes it.
BLANKS = {"first": _("[your name]"), "city": _("[your city]"), "zip": _("[your ZIP code]")}


def mood_of(position: str) -> Mood:
    """Supporters are thanked, everybody else is asked; nobody ever gets the other's words."""
    return "thank" if position in FRIENDS else "ask"


def template_of(bill: "Bill", mood: Mood, channel: str) -> str:
    name = f"{mood}_{channel}"
    return getattr(bill, name).strip() or str(STANDARD[name])


class Addressee(NamedTuple):
    """The person spoken to, and the number that the bill has in their chamber."""

    title: str
    last: str
    bill: str
    x_handle: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    mood: Mood
    post: str
    message: str
    call: str


def write_post(template: str, bill_title: str, who: Addressee) -> str:
    """A post starts with the account, or with the name of who has none."""
    text = fill(template, title=who.title, last=who.last, bill=who.bill, bill_title=bill_title)
    start = f".@{who.x_handle}" if who.x_handle else f"{who.title} {who.last}:"
    return f"{start} {text}"


def write_words(bill: "Bill", position: str, who: Addressee) -> Words:
    mood = mood_of(position)
    values = {
        "title": who.title,
        "last": who.last,
        "bill": who.bill,
        "bill_title": bill.title,
        **{name: str(blank) for name, blank in BLANKS.items()},
    }
    return Words(
        mood=mood,
        post=write_post(template_of(bill, mood, "post"), bill.brief_title, who),
        message=fill(template_of(bill, mood, "message"), **values),
        call=fill(template_of(bill, mood, "call"), **values),
    )
