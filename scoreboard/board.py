"""What /scoreboard/ shows for the filters in an address."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.utils.safestring import SafeString

from scoreboard.finder_form import finder_for, has_zip_codes
from scoreboard.forms import AreaForm, FilterForm, ZipForm
from scoreboard.groups import Group, group_by_state
from scoreboard.lookup import Lookup, asked
from scoreboard.models import Bill, Chamber, Legislator, Vacancy
from scoreboard.narrowing import Seat, known_districts, narrow
from scoreboard.paging import PAGED_FROM, Paging, paging
from scoreboard.people import EVERYBODY, read_people
from scoreboard.querysets import LegislatorQuerySet
from scoreboard.state_links import StateLink, every_state
from scoreboard.structured import list_data
from scoreboard.told import tell
from scoreboard.totals import Tally
from scoreboard.which_district import Choice, choices

# What an address may say without leaving anybody out.
UNFILTERED = {"bill", "view"}


class UnknownBill(LookupError):
    """The address names a bill that does not exist."""


@dataclass(frozen=True, slots=True)
class Board:
    bill: Bill | None
    tally: Tally
    filters: FilterForm
    finder: ZipForm | AreaForm
    lookup: Lookup | None
    districts: Sequence[Seat]
    groups: list[Group]
    action: str = ""
    paging: Paging | None = None
    view: str = ""

    @property
    def is_table(self) -> bool:
        return self.view == "table"

    @property
    def is_fixed(self) -> bool:
        """The rows on the page are not all there are, or not such as a script could hide."""
        return self.is_table or self.paging is not None

    @property
    def query_of_page(self) -> str:
        return f"{self.query}&page=" if self.query else "page="

    @property
    def other_view(self) -> str:
        """The filters, behind the ? of the address that shows the same people the other way."""
        chosen = {**self.chosen, "view": "" if self.is_table else "table"}
        return urlencode({name: value for name, value in chosen.items() if value})

    @property
    def chosen(self) -> dict[str, str]:
        return {name: value for name, value in self.filters.data.items() if value}

    @property
    def shown(self) -> int:
        if self.paging is not None:
            return self.paging.found
        return sum(len(group.people) + len(group.vacancies) for group in self.groups)

    @property
    def told(self) -> list[str]:
        return tell(self.lookup, self.districts, self.groups) if self.lookup else []

    @property
    def choices(self) -> list[Choice]:
        """What the visitor is asked: which of several districts is theirs."""
        if self.lookup is None:
            return []
        bill = self.filters.data.get("bill", "")
        return choices(self.lookup, self.districts, self.groups, self.action, bill)

    @property
    def states(self) -> list[StateLink]:
        return every_state()

    @property
    def structured(self) -> SafeString:
        return list_data(self.bill, self.tally.sentence)

    @property
    def is_sure(self) -> bool:
        """Nobody is shown who may be somebody else's."""
        if self.lookup is None or not self.lookup.is_found:
            return False
        seats = sum(p.district is not None for group in self.groups for p in group.people)
        return len(self.lookup.states) == 1 and seats < 2

    @property
    def query(self) -> str:
        """The filters as they stand behind the ? of an address."""
        return urlencode(self.chosen)

    @property
    def is_filtered(self) -> bool:
        chosen = (value for name, value in self.chosen.items() if name not in UNFILTERED)
        return self.lookup is not None or any(chosen)


def find_bill(slug: str) -> Bill | None:
    """The bill of the address, or the current one."""
    if not slug:
        return Bill.objects.current()
    bill = None if "\0" in slug else Bill.objects.by_number(slug[:50])
    if bill is None:
        raise UnknownBill(slug)
    return bill


def members(bill: Bill | None) -> LegislatorQuerySet:
    return Legislator.objects.in_office().voting_on(bill)


def vacant_seats(bill: Bill | None) -> QuerySet[Vacancy]:
    seats = Vacancy.objects.select_related("chamber")
    return seats.filter(chamber__legislature=bill.legislature_id) if bill else seats


def count(bill: Bill | None, vacant: int) -> Tally:
    rows = members(bill).with_stance(bill).order_by()
    counted = rows.values_list("position", "party_code", "party").annotate(Count("pk"))
    positions: Counter[str] = Counter()
    parties = {}
    for position, code, name, number in counted:
        positions[position] += number
        parties[code] = name
    return Tally(positions, dict(sorted(parties.items())), vacant)


def read_board(
    query: Mapping[str, str], *, action: str = "", lookup: Lookup | None = None
) -> Board:
    """Raises UnknownBill; every other odd value is told in the form or finds nobody.

    `lookup`: what an address was found to be; else the query's ZIP code is looked up.
    """
    bill = find_bill(query.get("bill", ""))
    vacancies = list(vacant_seats(bill))
    tally = count(bill, len(vacancies))
    filters = FilterForm(
        {name: query.get(name, "").replace("\0", "") for name in FilterForm.base_fields},
        chambers=chamber_choices(bill),
        parties=list(tally.parties.items()),
        action=action,
        has_states=has_zip_codes(bill),
    )
    filters.is_valid()
    lookup = lookup or asked(query)
    people = members(bill).with_stance(bill)
    districts = known_districts(people, vacancies, lookup) if lookup else ()
    people, seats = narrow(people, vacancies, filters.cleaned_data, lookup, districts)
    pages = paging(query.get("page", ""), people.count()) if tally.people > PAGED_FROM else None
    rows = read_people(people, bill, pages.span if pages else EVERYBODY)
    if pages:
        places = {person.state for person in rows}
        seats = [seat for seat in seats if seat.state in places]
    return Board(
        bill=bill,
        tally=tally,
        filters=filters,
        finder=finder_for(bill, lookup, action, bill.slug if bill and query.get("bill") else ""),
        lookup=lookup,
        districts=districts,
        groups=group_by_state(rows, seats),
        action=action,
        paging=pages,
        view=query.get("view", ""),
    )


def chamber_choices(bill: Bill | None) -> list[tuple[str, str]]:
    chambers = Chamber.objects.order_by("position", "pk")
    if bill:
        chambers = chambers.filter(legislature=bill.legislature_id)
    return list(dict(chambers.values_list("slug", "name")).items())
