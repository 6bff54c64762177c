"""The long lists as HTML. Jinja renders 537 people in the time that Django takes for 100."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.template import engines
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from scoreboard.groups import Group
from scoreboard.marks import MARKS, Mark
from scoreboard.positions import FRIENDS, Position

NEW_TAB = mark_safe(' target="_blank" rel="noopener"')  # a constant of ours


def draw_list(groups: Sequence[Group], *, heading: str = "h2", new_tab: bool = False) -> SafeString:
    return _draw("scoreboard/list.html", groups, level=heading, new_tab=new_tab)


def draw_by_state(groups: Sequence[Group], *, new_tab: bool = False) -> SafeString:
    return _draw("scoreboard/by_state.html", groups, new_tab=new_tab)


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
