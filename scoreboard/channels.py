"""Addresses behind phone numbers and accounts."""

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from scoreboard.models import Legislator


class Account(NamedTuple):
    network: str
    name: str
    url: str


def dial(phone: str) -> str:
    """What a telephone understands: '(202) 224-2315 ext. 5' dials '+12022242315'."""
    number = re.split(r"(?i)\s*(?:ext|x)", phone)[0]
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith("+"):
        return f"+{digits}"
    return f"+1{digits}" if len(digits) == 10 else digits


def mail_url(address: str, subject: str, message: str) -> str:
    return f"mailto:{quote(address)}?subject={quote(subject)}&body={quote(message)}"


def mastodon_url(handle: str) -> str:
    """'name@server' or '@name@server'; anything else has no address."""
    found = re.fullmatch(r"@?([\w.-]+)@([a-z0-9.-]+\.[a-z]+)", handle, flags=re.IGNORECASE)
    return f"https://{found[2]}/@{found[1]}" if found else ""


def accounts_of(person: "Legislator") -> list[Account]:
    youtube = person.youtube
    channel = "channel/" if re.fullmatch(r"UC[\w-]{22}", youtube) else "user/"
    known = (
        Account("X", f"@{person.x_handle}", f"https://x.com/{quote(person.x_handle)}"),
        Account("Bluesky", person.bluesky, f"https://bsky.app/profile/{quote(person.bluesky)}"),
        Account("Mastodon", person.mastodon, mastodon_url(person.mastodon)),
        Account("Facebook", person.facebook, f"https://www.facebook.com/{quote(person.facebook)}"),
        Account(
            "Instagram", person.instagram, f"https://www.instagram.com/{quote(person.instagram)}"
        ),
        Account("YouTube", youtube, f"https://www.youtube.com/{channel}{quote(youtube)}"),
    )
    return [account for account in known if account.name.strip("@")]
