"""The one place where rosters are written: all of an import, or nothing of it."""

from datetime import date

from django.db import transaction

from campaign_blocks.kit import versions
from campaign_blocks.kit.progress import Tick, unseen
from scoreboard.imports.changes import Changes
from scoreboard.imports.legislatures import US_CONGRESS, chambers_of, take_turns
from scoreboard.imports.office_writer import OfficeWriter
from scoreboard.imports.people_writer import PeopleWriter
from scoreboard.imports.records import Roster
from scoreboard.imports.retiring import covered_chambers, retire
from scoreboard.imports.term_writer import TermWriter
from scoreboard.imports.vacancies import write_vacancies
from scoreboard.indexing import index_later
from scoreboard.receivers import FAMILY


@transaction.atomic
def write_roster(
    roster: Roster,
    *,
    partial: bool = False,
    as_of: date | None = None,
    dry_run: bool = False,
    tick: Tick = unseen,
) -> Changes:
    """Create, update and retire people.

    Somebody who is not in the roster is retired only where the roster covers their chamber:
    names at least nine tenths of its seats. `partial` retires nobody.
    """
    legislatures = {US_CONGRESS.slug: US_CONGRESS} if not roster.legislatures else {}
    legislatures |= {facts.slug: facts for facts in roster.legislatures}
    chambers = chambers_of(legislatures.values())
    take_turns(legislatures.values())
    changes = Changes(PeopleWriter(roster, chambers).write(tick))
    OfficeWriter(roster.offices).write(changes.people)
    TermWriter(roster.people, chambers).write(changes.people)
    covered = {} if partial else covered_chambers(roster, chambers)
    changes.people |= retire(roster, covered)
    changes.seats_before = write_vacancies(roster, covered, as_of)
    if dry_run:
        transaction.set_rollback(True)
    elif changes.touched:
        versions.bump(FAMILY)
        index_later(changes.touched)
    return changes
