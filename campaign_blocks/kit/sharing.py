"""Links that pass a page on. Nothing is loaded from anybody, and no link names a person.

`source` begins the code that each link carries as ?s=, such as "thanks-whatsapp"; without it the
links are as clean as the page's own address.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

LONGEST_SUBJECT = 80
Address = Callable[[str, str], str]


@dataclass(frozen=True)
class Network:
    name: str
    label: str | Promise
    address: Address


@dataclass(frozen=True)
class ShareLink:
    """`text` is what Mastodon's own form, or a person who copies it, sends."""

    name: str
    label: str | Promise
    href: str
    text: str


@dataclass(frozen=True)
class Sharing:
    """`copy_text`, if staff wrote one, is copied before the link; `title` is for the device."""

    title: str
    copy_text: str
    copy_url: str
    native_url: str
    native_text: str
    links: list[ShareLink]

    @property
    def copied(self) -> str:
        return joined(self.copy_text, self.copy_url)


def joined(text: str, url: str) -> str:
    return f"{text} {url}".strip()


def by_mail(text: str, url: str) -> str:
    subject = Truncator(text).chars(LONGEST_SUBJECT)
    body = f"{text}\n\n{url}".strip()
    return f"mailto:?subject={quote(subject, '')}&body={quote(body, '')}"


NETWORKS = (
    Network("whatsapp", "WhatsApp", lambda text, url: f"https://wa.me/?text={both(text, url)}"),
    Network(
        "bluesky",
        "Bluesky",
        lambda text, url: f"https://bsky.app/intent/compose?text={both(text, url)}",
    ),
    Network("mastodon", "Mastodon", lambda text, url: ""),
    Network(
        "x",
        "X",
        lambda text, url: f"https://x.com/intent/post?text={quote(text, '')}&url={quote(url, '')}",
    ),
    Network("email", _("E-mail"), by_mail),
    Network("sms", _("Text message"), lambda text, url: f"sms:?&body={both(text, url)}"),
)


def both(text: str, url: str) -> str:
    return quote(joined(text, url), "")


def with_code(url: str, source: str, name: str) -> str:
    if not source:
        return url
    parts = urlsplit(url)
    query = "&".join(filter(None, [parts.query, f"s={source}-{name}"]))
    return urlunsplit(parts._replace(query=query))


def sharing(
    *,
    url: str,
    title: str = "",
    text: str = "",
    texts: Mapping[str, str] | None = None,
    source: str = "",
    networks: Collection[str] = (),
) -> Sharing:
    """`texts`: other words for single networks, by name; `networks`: none chosen means all.

    Whoever copies a link wants the link: words go with it only if they are written for "copy".
    """
    text = str(text)  # a block's preview holds a lazy translation, which can't be quoted
    words = texts or {}
    links = []
    for one in NETWORKS:
        if networks and one.name not in networks:
            continue
        said, there = words.get(one.name, text), with_code(url, source, one.name)
        links.append(ShareLink(one.name, one.label, one.address(said, there), joined(said, there)))
    return Sharing(
        title=title,
        copy_text=words.get("copy", ""),
        copy_url=with_code(url, source, "copy"),
        native_url=with_code(url, source, "native"),
        native_text=words.get("native", text),
        links=links,
    )
