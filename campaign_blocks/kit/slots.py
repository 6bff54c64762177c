"""Slots: the few words of a cached page that change by the second, filled in at every request.

A plugin prints `slot("petition.count", "12")` into its HTML and offers, by the hook
`register_slot`, the function that fills all placeholders of that name at once.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from wagtail import hooks

Fill = Callable[[Sequence[str], HttpRequest], Mapping[str, str]]

PATTERN = re.compile(rb"\{slot ([a-z_.]+) ([\w:.-]*) ([0-9a-f]{16})\}")
MARK = b"{slot "


def slot(name: str, argument: str) -> str:
    """A placeholder that nobody else can write: it carries a keyed hash of its own words."""
    placeholder = f"{{slot {name} {argument} {seal(name, argument)}}}"
    if not PATTERN.fullmatch(placeholder.encode()):
        raise ValueError(f"No slot can be called {name!r} with the argument {argument!r}.")
    return placeholder


def seal(name: str, argument: str) -> str:
    digest = salted_hmac("kit.slots", f"{name} {argument}", settings.SECRET_KEY, algorithm="sha256")
    return digest.hexdigest()[:16]


def fillers() -> dict[str, Fill]:
    return dict(register() for register in hooks.get_hooks("register_slot"))


def fill(content: bytes, request: HttpRequest) -> bytes:
    """The content with every genuine placeholder replaced; forged ones stay as they are."""
    places = list(genuine(content))
    wanted: dict[str, set[str]] = defaultdict(set)
    for _start, _end, name, argument in places:
        wanted[name].add(argument)
    found: dict[tuple[str, str], str] = {}
    for name, filler in fillers().items():
        if wanted[name]:
            answers = filler(sorted(wanted[name]), request)
            found.update({(name, argument): text for argument, text in answers.items()})
    pieces, before = [], 0
    for start, end, name, argument in places:
        pieces += [content[before:start], found.get((name, argument), "").encode()]
        before = end
    return b"".join([*pieces, content[before:]])


def genuine(content: bytes) -> Iterator[tuple[int, int, str, str]]:
    """Where each placeholder of ours begins and ends, its name and its argument."""
    for match in PATTERN.finditer(content):
        name, argument, mark = (part.decode() for part in match.groups())
        if mark == seal(name, argument):
            yield match.start(), match.end(), name, argument


def etag(content: bytes) -> str:
    return f'W/"{hashlib.sha256(content).hexdigest()[:24]}"'
