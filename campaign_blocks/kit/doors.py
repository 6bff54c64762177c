"""Doors where sibling plugins meet. Kit holds the shapes, never the business."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from wagtail import hooks


@dataclass(frozen=True, kw_only=True)
class Target:
    """Somebody who can be written to; `id` is stable and names the finder's own record.

    `chamber` groups those of whom a signer has a fixed number; `email` is an address that takes
    letters; `office` is the code by which a delivery service knows the office. Empty: unknown.
    `certain` is False for somebody who may represent the place: the finder cannot tell.
    """

    id: str
    name: str
    title: str
    seat: str
    url: str = ""
    chamber: str = ""
    email: str = ""
    office: str = ""
    certain: bool = True


class TargetFinder(Protocol):
    """Who represents a place. Several answers for one seat mean: ask, never guess."""

    def __call__(self, *, postal_code: str, country: str) -> Sequence[Target]: ...


class Area(NamedTuple):
    """Codes such as "CA" and "12"; the district is empty where the code has several."""

    state: str
    district: str = ""


class AreaFinder(Protocol):
    """In which state and district postal codes lie, many at once; unknown ones are left out."""

    def __call__(self, *, postal_codes: Collection[str], country: str) -> Mapping[str, Area]: ...


class LetterWay(Protocol):
    """The page where somebody can write to this target, or "": `email` is the target's own."""

    def __call__(self, *, target: str, email: str) -> str: ...


class Constituents(NamedTuple):
    """How many people from one district signed what lies at `url`."""

    title: str
    url: str
    number: int


class ConstituentCounter(Protocol):
    """What people of a state, or of one district of it, signed; a few people are never told."""

    def __call__(self, *, state: str, district: str) -> Sequence[Constituents]: ...


class Standing(NamedTuple):
    """Where somebody who represents a state stands: a word, and whether it is the campaign's side.

    `friendly` is None where nobody knows.
    """

    name: str
    about: str
    url: str
    word: str
    friendly: bool | None = None


class StandingFinder(Protocol):
    """Everybody who represents a state, in the order in which they are shown."""

    def __call__(self, *, state: str, country: str) -> Sequence[Standing]: ...


@dataclass(frozen=True)
class FollowUp:
    """What may be offered to somebody who just signed; `name` is what staff chose by."""

    name: str
    render: Callable[[], SafeString]


class SearchHit(NamedTuple):
    title: str
    url: str
    summary: str
    kind: str


@dataclass(frozen=True)
class SearchSource:
    name: str
    label: str | Promise
    search: Callable[[str, int], list[SearchHit]]
    order: int = 100


@dataclass(frozen=True)
class DashboardPanel:
    title: str | Promise
    render: Callable[[HttpRequest], SafeString]
    order: int = 100


@dataclass(frozen=True)
class WorkerStep:
    """`run` does one batch and answers how many things it did; more than 0 means: again at once."""

    name: str
    every_seconds: float
    run: Callable[[], int]


class Pause(Protocol):
    """Whether staff have paused this for everybody; cheap enough to be asked before each mail."""

    def __call__(self, name: str) -> bool: ...


MAIL = "mail"  # the pause of everything that is mailed to visitors


@dataclass(frozen=True, kw_only=True)
class MailGuard:
    """Keeps the mailboxes that want no mail, or have had enough of it, in any spelling.

    `may_go` answers whether this address may be written to now; `went` is told of each mail that
    was, so that one cap holds for the mail of all plugins.
    """

    may_go: Callable[[str], bool]
    went: Callable[[str], None]


@dataclass(frozen=True)
class Embed:
    """Something other sites may frame: a stable value, its name, and its path."""

    value: str
    label: str | Promise
    path: str
    height: int = 640


def target_finders() -> list[TargetFinder]:
    return [register() for register in hooks.get_hooks("register_target_finder")]


def area_finders() -> list[AreaFinder]:
    return [register() for register in hooks.get_hooks("register_area_finder")]


def letter_ways() -> list[LetterWay]:
    return [register() for register in hooks.get_hooks("register_letter_way")]


def constituent_counters() -> list[ConstituentCounter]:
    return [register() for register in hooks.get_hooks("register_constituent_counter")]


def standing_finders() -> list[StandingFinder]:
    return [register() for register in hooks.get_hooks("register_standing_finder")]


def follow_ups() -> dict[str, FollowUp]:
    found = [register() for register in hooks.get_hooks("register_follow_up")]
    return {one.name: one for one in found}


def search_sources() -> list[SearchSource]:
    found = [register() for register in hooks.get_hooks("register_search_source")]
    return sorted(found, key=lambda source: (source.order, source.name))


def dashboard_panels() -> list[DashboardPanel]:
    found = [register() for register in hooks.get_hooks("register_dashboard_panel")]
    return sorted(found, key=lambda panel: panel.order)


def worker_steps() -> list[WorkerStep]:
    return [register() for register in hooks.get_hooks("register_worker_step")]


def is_paused(name: str) -> bool:
    """Nothing is while no plugin keeps switches."""
    return any(register()(name) for register in hooks.get_hooks("register_pause"))


def mail_guards() -> list[MailGuard]:
    return [register() for register in hooks.get_hooks("register_mail_guard")]


def may_write_to(address: str) -> bool:
    """Everybody may be while no plugin guards mailboxes."""
    return all(guard.may_go(address) for guard in mail_guards())


def wrote_to(address: str) -> None:
    for guard in mail_guards():
        guard.went(address)


def embeds() -> list[Embed]:
    return sorted((r() for r in hooks.get_hooks("register_embed")), key=lambda e: e.value)
