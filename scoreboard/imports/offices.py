"""Parser of unitedstates/congress-legislators: legislators-district-offices (YAML or JSON)."""

from collections.abc import Sequence

from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.problems import Problems
from scoreboard.imports.records import LocalOffice


def parse(items: Sequence[Item]) -> dict[str, tuple[LocalOffice, ...]]:
    found = {}
    problems = Problems()
    for item in items:
        with problems.gathered():
            fields = Fields(item, item.data)
            identifier = fields.inner("id").text("bioguide", required=True, limit=40)
            offices = [_office(identifier, office) for office in fields.each("offices")]
            found[identifier] = tuple({office.key: office for office in offices}.values())
    problems.raise_any()
    return found


def _office(identifier: str, fields: Fields) -> LocalOffice:
    lines = (fields.text(name) for name in ("address", "building", "suite"))
    return LocalOffice(
        identifier=identifier,
        key=fields.text("id", required=True, limit=120),
        address=", ".join(line for line in lines if line),
        city=fields.text("city", required=True, limit=80),
        state=fields.text("state", required=True, limit=2),
        postal_code=fields.text("zip", limit=10),
        phone=fields.text("phone", limit=40),
        fax=fields.text("fax", limit=40),
        hours=fields.text("hours", limit=250),
    )
