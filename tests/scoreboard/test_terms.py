from datetime import date

import pytest
from django.db import IntegrityError, transaction

from scoreboard.imports.writer import write_roster
from scoreboard.models import Term
from tests.scoreboard.factories import make_legislator
from tests.scoreboard.rosters import ROSTER, SENATOR
from tests.scoreboard.test_writer import bernie, roster

pytestmark = pytest.mark.django_db


def test_terms__both_chambers_over_time():
    write_roster(roster())
    assert [(term.seat, term.start) for term in bernie().terms.all()] == [
        ("Vermont", date(2007, 1, 4)),
        ("Vermont, at large", date(1993, 1, 5)),
    ]


def test_terms__a_seat_without_a_vote():
    write_roster(roster())
    assert [t.legislator.family_name for t in Term.objects.filter(voting=False)] == ["García"]


def test_terms__a_new_term_is_one_change():
    write_roster(roster())
    longer = SENATOR.replace(
        "  - type: sen",
        "  - {type: sen, start: '2007-01-03', end: '2007-01-04', state: VT, party: Independent}\n"
        "  - type: sen",
    )
    changes = write_roster(roster(longer))
    assert changes.updated == ["Bernie Moreno"]
    assert list(changes.people["S000001"].after) == ["terms"]
    assert bernie().terms.count() == 3


def test_terms__one_that_left_the_source_goes_and_one_by_staff_stays():
    write_roster(roster())
    person = bernie()
    Term.objects.create(
        legislator=person, chamber=person.chamber, key="own", seat="Mayor", by_staff=True
    )
    write_roster(roster(SENATOR.replace("1993-01-05", "1993-01-06")))
    starts = [term.start for term in bernie().terms.all()]
    assert starts == [date(2007, 1, 4), date(1993, 1, 6), None]


def test_terms__cost_no_query_for_each_person(django_assert_max_num_queries):
    write_roster(roster(ROSTER))
    with django_assert_max_num_queries(30):
        write_roster(roster(ROSTER))


def test_terms__an_end_before_the_beginning_is_refused():
    person = make_legislator()
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.create(
            legislator=person,
            chamber=person.chamber,
            key="x",
            start=date(2020, 1, 2),
            end=date(2020, 1, 1),
        )
