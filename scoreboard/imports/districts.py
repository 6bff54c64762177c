"""Parser of a ZIP code to district table: columns state_abbr, zcta, cd."""

from campaign_blocks.kit.progress import Tick, ticking, unseen
from scoreboard.imports.csv_rows import read_rows
from scoreboard.imports.documents import Item
from scoreboard.imports.fields import Fields
from scoreboard.imports.problems import ImportProblem
from scoreboard.states import ALL_STATES
from scoreboard.zip_states import five_digits

COLUMNS = ("state_abbr", "zcta", "cd")
# Codes of the Census for a seat at large and for a member without a vote.
AT_LARGE = {98: 0}


def parse(text: str, *, source: str, tick: Tick = unseen) -> list[tuple[str, str, int]]:
    """Every (ZIP code, state, district) once, in the order of the file."""
    rows = list(read_rows(text, COLUMNS, source=source))
    found = dict.fromkeys(_entry(item) for item in ticking(rows, tick))
    if not found:
        raise ImportProblem("there are no districts in it", source=source, line=1)
    return list(found)


def _entry(item: Item) -> tuple[str, str, int]:
    fields = Fields(item, item.data)
    state, code = fields.text("state_abbr", required=True), fields.text("zcta", required=True)
    if state not in ALL_STATES:
        raise fields.problem(f"{state} is not a state or territory", "state_abbr")
    if len(code) != 5 or five_digits(code) != code:
        raise fields.problem("is not a ZIP code of five digits", "zcta")
    district = fields.whole_number("cd")
    if district is None or district > 98:
        raise fields.problem("is not the number of a district", "cd")
    return code, state, AT_LARGE.get(district, district)
