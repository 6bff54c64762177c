"""An import in words: what changes for whom, as the command and the admin show it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from scoreboard.imports.changes import Changes, PersonChange
from scoreboard.models import Chamber, Legislator

MOST = 4


class Line(NamedTuple):
    """One field of one person; `kept` when staff's own value stays."""

    label: str
    before: str
    after: str
    kept: bool = False

    def __str__(self) -> str:
        if self.kept:
            words = _("%(label)s stays %(before)s, as staff set it (the source says %(after)s)")
            return words % self._asdict()
        return f"{self.label}: {self.before} → {self.after}"


def tell(change: PersonChange, chambers: Mapping[int, str]) -> list[Line]:
    lines = [
        _line(name, change.before.get(name), after, chambers)
        for name, after in change.after.items()
        if name not in {"ids", "in_office"} or change.kind == "updated"
    ]
    for name, told in change.kept.items():
        now = getattr(change.person, name)
        lines.append(_line(name, now, told, chambers)._replace(kept=True))
    return lines


def tell_all(changes: Changes) -> Iterator[str]:
    chambers = chamber_names()
    words = {"created": _("created"), "updated": _("updated"), "retired": _("retired")}
    for change in changes.people.values():
        if change.kind != "same":
            yield f"{words[change.kind]}: {change.person.full_name} ({change.person.seat})"
        elif change.kept:
            yield f"{_('unchanged')}: {change.person.full_name} ({change.person.seat})"
        if change.kind != "created":
            yield from (f"    {line}" for line in tell(change, chambers))


def chamber_names() -> dict[int, str]:
    return dict(Chamber.objects.values_list("pk", "name"))


def _line(name: str, before: Any, after: Any, chambers: Mapping[int, str]) -> Line:
    if name == "chamber_id":
        return Line(_("chamber"), chambers.get(before, "–"), chambers.get(after, "–"))
    if name in {"offices", "terms"}:
        left, came = _difference(before or [], after or [])
        label = _("offices") if name == "offices" else _("terms")
        return Line(label, left or "–", came or "–")
    if name == "ids":
        return Line(_("other identifiers"), str(len(before or {})), str(len(after or {})))
    return Line(_label(name), _word(before), _word(after))


def _label(name: str) -> str:
    try:
        return str(Legislator._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return name


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "–" if value in ("", None) else str(value)


def _difference(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> tuple[str, str]:
    """Only the entries that are not the same on both sides, shortly."""
    left = [one for one in before if one not in after]
    came = [one for one in after if one not in before]
    return _listed(left), _listed(came)


def _listed(entries: Sequence[Mapping[str, Any]]) -> str:
    words = "; ".join(_entry(one) for one in entries[:MOST])
    more = len(entries) - MOST
    return f"{words}; {_('%d more') % more}" if more > 0 else words


def _entry(entry: Mapping[str, Any]) -> str:
    if "city" in entry:
        return " ".join(part for part in (entry["city"], entry["phone"]) if part)
    years = "–".join(str(entry[name] or "")[:10] for name in ("start", "end"))
    return f"{entry['seat']} {years}".strip()
