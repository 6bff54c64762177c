"""The smallest records of the scoreboard, the same in every run."""

from itertools import count

from scoreboard.imports.legislatures import congress
from scoreboard.imports.parties import party_code
from scoreboard.models import Bill, BillNumber, Legislator, Stance
from scoreboard.seats import is_voting, seat_name

numbers = count(1)


def make_legislator(name="Ada Moreno", *, chamber="senate", state="OR", district=None, **values):
    """A member of Congress; a district makes a representative."""
    given, _, family = name.rpartition(" ")
    chamber = "house" if district is not None else chamber
    number = next(numbers)
    party = values.pop("party", "Democrat")
    return Legislator.objects.create(
        chamber=congress().chambers.get(slug=chamber),
        slug=values.pop("slug", f"person-{number}"),
        identifier=values.pop("identifier", f"X{number:06}"),
        full_name=name,
        given_name=given,
        family_name=family,
        party=party,
        party_code=party_code(party),
        state=state,
        district=district,
        seat=seat_name(state, district),
        voting=values.pop("voting", is_voting(state)),
        **values,
    )


def make_bill(**values):
    """S.4084 in the Senate and H.R.7356 in the House."""
    legislature = congress()
    values = {"slug": "s4084-116", "title": "Moratorium Act of 2020", "congress": 116, **values}
    bill = Bill.objects.create(legislature=legislature, **values)
    for chamber, number, slug in (
        ("senate", "S.4084", "s4084-116"),
        ("house", "H.R.7356", "hr7356-116"),
    ):
        BillNumber.objects.create(
            bill=bill, chamber=legislature.chambers.get(slug=chamber), number=number, slug=slug
        )
    return bill


def make_stance(bill, person, position="sponsoring", **values):
    return Stance.objects.create(bill=bill, legislator=person, position=position, **values)
