"""From texts to model fields, with every fault of every row."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from campaign_blocks.map.dates import DatePrecision, read_rough_date
from campaign_blocks.map.gazetteer import Gazetteer, city_key, middle_of
from campaign_blocks.map.imports.rows import Cleaned, Problem, Reading, Row
from campaign_blocks.map.models import HOME, Basemap, Kind, Map, Place, Precision, Status
from campaign_blocks.map.point import SWAPPED, Point, PointError, looks_swapped, read_pair
from campaign_blocks.map.shapes.countries import COUNTRIES
from campaign_blocks.map.shapes.names import STATES

PLAIN = (
    "name",
    "city",
    "scope",
    "description",
    "source",
    "source_url",
    "action_url",
    "verified_by",
)
YES = {"yes", "true", "1", "y"}
_POINT = ("latitude", "longitude", "location", "precision")
_FIELDS_OF = {
    "latitude": _POINT,
    "longitude": _POINT,
    "start_date": ("start_date", "start_precision"),
    "status": ("status", "status_date", "status_precision"),
    "status_date": ("status_date", "status_precision"),
}
_FIELD_NAMES = {"external_id": "id"}


class RowCleaner:
    """Cleans the rows of one file for one map; `reading` gathers the outcome."""

    def __init__(self, map_: Map, kinds: Iterable[Kind], gazetteer: Gazetteer) -> None:
        self.map = map_
        self.kinds = {name: kind for kind in kinds for name in kind.names}
        self.gazetteer = gazetteer
        self.reading = Reading()
        self.numbers: set[str] = set()

    def take(self, row: Row) -> None:
        """Adds the row's fields, or its problems, or counts it as passed over."""
        kind = self.kinds.get(slugify(row.values.get("kind", "")))
        if kind is None and row.optional_kind:
            other = row.values["kind"]
            self.reading.skipped[other] = self.reading.skipped.get(other, 0) + 1
            return
        problems: list[Problem] = []
        fields = self._fields(row, kind, problems)
        problems += self._model_problems(row, fields, {p.field for p in problems})
        if fields["external_id"] in self.numbers:
            words = _("“%(text)s” comes twice.") % {"text": fields["external_id"]}
            problems.append(Problem(row.line, "id", words))
        self.numbers |= {fields["external_id"]} - {""}
        self.reading.problems += problems
        self.reading.rows.append(Cleaned(row.line, fields, _given(row.values)))

    def _fields(self, row: Row, kind: Kind | None, problems: list[Problem]) -> dict[str, Any]:
        get = row.values.get
        attempt = _Attempt(row.line, problems)
        fields: dict[str, Any] = {name: get(name, "") for name in PLAIN}
        fields["external_id"] = get("id", "")
        fields["kind"] = kind
        if kind is None:
            attempt.fail("kind", self._unknown_kind(get("kind", "")))
        fields["country"] = attempt("country", lambda: _country(get("country", ""))) or HOME
        fields["state"] = attempt("state", lambda: self._state(get("state", "")))
        fields["status"], status_date = attempt(
            "status", lambda: _status(get("status", ""), get("status_date", ""))
        ) or ("", "")
        for name, text in (("start", get("start_date", "")), ("status", status_date)):
            rough = attempt(f"{name}_date", partial(read_rough_date, text))
            fields[f"{name}_date"] = rough.day if rough else None
            fields[f"{name}_precision"] = rough.precision if rough else DatePrecision.DAY
        point, precision = self._point(row, fields, attempt)
        fields["latitude"] = point.latitude if point else None
        fields["longitude"] = point.longitude if point else None
        fields["location"] = str(point) if point else ""
        fields["precision"] = precision
        fields["verified"] = get("verified", "").lower() in YES
        return fields

    def _point(
        self, row: Row, fields: dict[str, Any], attempt: "_Attempt"
    ) -> tuple[Point | None, str]:
        latitude, longitude = row.values.get("latitude", ""), row.values.get("longitude", "")
        if latitude or longitude:
            point = attempt.point(lambda: read_pair(latitude, longitude))
            if point and self._is_us and looks_swapped(point):
                words = _("%(latitude)s, %(longitude)s lies far from the US.")
                pair = {"latitude": latitude, "longitude": longitude}
                attempt.fail("latitude", f"{words % pair} {SWAPPED}")
            return point, _precision(row.values)
        state, country = fields["state"] or "", fields["country"]
        if found := self.gazetteer.get(city_key(fields["city"], state, country)):
            return found, Precision.CITY
        middle = middle_of(state, country)
        if middle is None:
            words = _("No coordinates, and the gazetteer has no such city.")
            attempt.fail("latitude", words)
            return None, Precision.EXACT
        words = _(
            "No coordinates, and the gazetteer has no such city: placed in the middle of %(area)s."
        )
        self.reading.notes.append(Problem(row.line, "latitude", words % {"area": middle[1]}))
        return middle[0], Precision.STATE

    def _state(self, text: str) -> str:
        if not self._is_us:
            return text
        code = next((c for c, name in STATES.items() if text.casefold() == name.casefold()), None)
        code = code or text.upper()
        if code not in STATES:
            words = _("“%(text)s” is not a state: write its two letters, such as CA.")
            raise ValueError(words % {"text": text})
        return code

    @property
    def _is_us(self) -> bool:
        return self.map.basemap == Basemap.US_STATES

    def _unknown_kind(self, text: str) -> str:
        known = ", ".join(sorted({kind.slug for kind in self.kinds.values()})) or _("none yet")
        words = _("“%(text)s” is not a kind of this map. Its kinds: %(known)s.")
        return words % {"text": text, "known": known}

    def _model_problems(
        self, row: Row, fields: dict[str, Any], known: set[str]
    ) -> Iterable[Problem]:
        place = Place(**{**fields, "kind": None, "map": None})
        passed = {"map", "kind"} if fields["source_url"] else {"map", "kind", "source_url"}
        try:
            place.clean_fields(exclude=passed)
        except ValidationError as invalid:
            for name, messages in invalid.message_dict.items():
                if name not in known:
                    yield Problem(row.line, _FIELD_NAMES.get(name, name), " ".join(messages))
        since, status_date = fields["start_date"], fields["status_date"]
        if since and status_date and status_date < since:
            yield Problem(row.line, "status_date", _("It lies before start_date."))


class _Attempt:
    """Runs one reading and writes its failure down instead of raising."""

    def __init__(self, line: int, problems: list[Problem]) -> None:
        self.line = line
        self.problems = problems

    def __call__(self, field: str, read: Callable[[], Any]) -> Any:
        try:
            return read()
        except ValueError as problem:
            self.fail(field, str(problem))
            return None

    def point(self, read: Callable[[], Point]) -> Point | None:
        try:
            return read()
        except PointError as problem:
            self.fail(problem.field, str(problem))
            return None

    def fail(self, field: str, message: str) -> None:
        self.problems.append(Problem(self.line, field, message))


def _status(text: str, date_text: str) -> tuple[str, str]:
    """“expired 2022-12-31” holds the status and its date."""
    words = text.rsplit(" ", 1)
    if len(words) == 2 and words[1][:1].isdigit():
        text, date_text = words[0], words[1]
    value = slugify(text).replace("-", "_")
    if value and value not in Status.values:
        refused = _("“%(text)s” is not a status. Write one of: %(known)s.")
        raise ValueError(refused % {"text": text, "known": ", ".join(Status.values)})
    return value, date_text


def _given(values: dict[str, str]) -> frozenset[str]:
    """The model fields that the file has a word on; an import leaves the others as they are."""
    found = {name for column in values for name in _FIELDS_OF.get(column, (column,))}
    return frozenset(found - {"id"})


def _country(text: str) -> str:
    code = next((c for c, name in COUNTRIES.items() if text.casefold() == name.casefold()), None)
    code = code or text.upper()
    if code and code not in COUNTRIES:
        words = _("“%(text)s” is not a country: write its two letters, such as US.")
        raise ValueError(words % {"text": text})
    return code


def _precision(values: dict[str, str]) -> str:
    if values.get("precision"):
        return values["precision"]
    by_category = {"state": Precision.STATE, "city": Precision.CITY, "county": Precision.CITY}
    return by_category.get(values.get("category", ""), Precision.EXACT)
