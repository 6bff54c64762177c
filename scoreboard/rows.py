"""Lines of the folded list. Every byte and every call counts 537 times here, so lines are styled
by their place, icons come from the style sheet, and no template stands in between.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from scoreboard.groups import Group
from scoreboard.people import Person


def draw_rows(group: Group, words: Mapping[str, Any], target: str) -> SafeString:
    """`target` and the stances are HTML, all else is text; `words` is made by drawing.words()."""
    lines = [draw_row(person, words, target) for person in group.people]
    nobody, vacant = escape(words["empty"]), words["plain_stances"]["vacant"]
    lines += [
        f"<li><i>{nobody}</i> <span>{escape(seat)}</span> {vacant}</li>" for seat in group.vacancies
    ]
    return mark_safe("\n".join(lines))  # every text was escaped above  # noqa: S308


def draw_row(person: Person, words: Mapping[str, Any], target: str) -> str:
    url, name, about = escape(person.url), escape(person.name), escape(person.about)
    line = f'<li><a href="{url}"{target}>{name}</a> <span>{about}</span>'
    if not person.position:
        return f"{line}</li>"
    if person.post_url:
        act, verb = escape(person.post_url), words["actions"][person.position]
    else:
        act, verb = f"{url}#write", words["write"]
    stance = words["plain_stances"][person.position]
    return f'{line} {stance} <a href="{act}"{target}>{escape(verb)}</a></li>'
