"""The long lists as HTML. Jinja renders 537 people in the time that Django takes for 100."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.template import engines
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from scoreboard.groups import Group
from scoreboard.marks import MARKS, Mark
from scoreboard.people import Person
from scoreboard.positions import FRIENDS, Position
from scoreboard.rows import draw_rows
from scoreboard.state_links import state_url
from scoreboard.states import ALL_STATES
from scoreboard.table import heads, sorted_rows

if TYPE_CHECKING:
    from scoreboard.board import Board


class Frozen(NamedTuple):
    """A group that can be a key."""

    state: str
    name: str
    people: tuple[Person, ...]
    vacancies: tuple[str, ...]


NEW_TAB = mark_safe(' target="_blank" rel="noopener"')  # a constant of ours


def draw_list(groups: Sequence[Group], *, heading: str = "h2", new_tab: bool = False) -> SafeString:
    urls = [state_url(group.state) if group.state in ALL_STATES else "" for group in groups]
    return _draw("scoreboard/list.html", groups, level=heading, new_tab=new_tab, urls=urls)


def draw_table(board: "Board", order: str = "") -> SafeString:
    return _draw(
        "scoreboard/table.html",
        board.groups,
        new_tab=False,
        people=sorted_rows(board.groups, order),
        vacancies=[seat for group in board.groups for seat in group.vacancies],
        heads=heads(order, board.chosen),
        chambers={slug: name for slug, name in board.filters.fields["chamber"].choices if slug},  # type: ignore[attr-defined]
        label=_("Everybody"),
    )


def draw_by_state(groups: Sequence[Group], *, new_tab: bool = False) -> SafeString:
    frozen = tuple(Frozen(g.state, g.name, tuple(g.people), tuple(g.vacancies)) for g in groups)
    return _by_state(frozen, get_language() or "", new_tab)


@lru_cache(maxsize=8)
def _by_state(frozen: tuple[Frozen, ...], language: str, new_tab: bool) -> SafeString:
    """The same people make the same list: once per process, until one of them changes."""
    known, target = words(language), NEW_TAB if new_tab else ""
    groups = [Group(g.state, g.name, list(g.people), list(g.vacancies)) for g in frozen]
    rows = [draw_rows(group, known, target) for group in groups]
    return _draw("scoreboard/by_state.html", groups, new_tab=new_tab, rows=rows)


def _draw(name: str, groups: Sequence[Group], *, new_tab: bool, **context: Any) -> SafeString:
    html: str = (
        engines["jinja2"]
        .get_template(name)
        .render(
            {
                "groups": groups,
                "words": words(get_language() or ""),
                "target": NEW_TAB if new_tab else "",
                "has_bill": any(person.position for group in groups for person in group.people),
                **context,
            }
        )
    )
    return mark_safe(html)  # Jinja has escaped every value  # noqa: S308


@lru_cache(maxsize=32)
def words(language: str) -> dict[str, Any]:
    """What every line repeats, translated once per language."""
    jinja: Any = engines["jinja2"]
    macros = jinja.env.get_template("scoreboard/line.html").module
    ask, thank = _("Ask"), _("Thank")
    return {
        "stances": {position: macros.stance(mark) for position, mark in MARKS.items()},
        "verbs": {p: thank if p in FRIENDS else ask for p in Position.values},
        "plain_stances": {position: plain(mark) for position, mark in MARKS.items()},
        "actions": {p: _("Thank on X") if p in FRIENDS else _("Ask on X") for p in Position.values},
        "on_x": _("on X"),
        "write": _("Write directly"),
        "empty": _("Vacant seat"),
    }


def plain(mark: Mark) -> SafeString:
    """A stance whose icon is drawn by the style sheet."""
    return format_html('<b class="stance stance--{} marked">{}</b>', mark.css, mark.word)
