"""The list as data: the same people and filters as on the page."""

import csv
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from scoreboard.board import chamber_choices, find_bill, members
from scoreboard.cells import safe_cell
from scoreboard.forms import FilterForm
from scoreboard.lookup import asked
from scoreboard.models import Bill
from scoreboard.narrowing import known_districts, narrow
from scoreboard.people import ORDER
from scoreboard.querysets import LegislatorQuerySet

# Name in the data, name in the database.
FIELDS = {
    "slug": "slug",
    "name": "full_name",
    "title": "title",
    "party": "party",
    "chamber": "chamber__slug",
    "state": "state",
    "district": "district",
    "seat": "seat",
    "voting": "voting",
    "stance": "position",
    "role": "role",
    "since": "since",
    "phone": "phone",
    "website": "website",
    "contact_form": "contact_form",
    "x": "x_handle",
    "bioguide": "identifier",
}


def read_records(query: Mapping[str, str]) -> tuple[Bill | None, list[dict[str, Any]]]:
    """Raises UnknownBill."""
    bill = find_bill(query.get("bill", ""))
    people = _chosen(members(bill).with_stance(bill), bill, query)
    rows = people.order_by(*ORDER).values_list(*FIELDS.values(), "chamber__short_title")
    records = [dict(zip((*FIELDS, "short_title"), row, strict=True)) for row in rows]
    for record in records:
        short_title = record.pop("short_title")
        record["title"] = record["title"] or short_title
        record["url"] = f"{settings.BASE_URL}/scoreboard/{record['slug']}/"
    return bill, records


def _chosen(
    people: LegislatorQuerySet, bill: Bill | None, query: Mapping[str, str]
) -> LegislatorQuerySet:
    parties = people.order_by().values_list("party_code", "party").distinct()
    data = {name: query.get(name, "").replace("\0", "") for name in FilterForm.base_fields}
    filters = FilterForm(data, chambers=chamber_choices(bill), parties=list(parties))
    filters.is_valid()
    lookup = asked(query)
    districts = known_districts(people, (), lookup) if lookup else ()
    return narrow(people, (), filters.cleaned_data, lookup, districts)[0]


def write_csv(records: list[dict[str, Any]]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="legislators.csv"'
    writer = csv.writer(response)
    names = [*FIELDS, "url"]
    writer.writerow(names)
    writer.writerows([safe_cell(record[name]) for name in names] for record in records)
    return response
