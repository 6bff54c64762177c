"""What the scoreboard may weigh and cost with everybody in it."""

import gzip
import time

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scoreboard.board import members, read_board, vacant_seats
from scoreboard.imports.gather import gather
from scoreboard.imports.writer import write_roster
from scoreboard.lookup import look_up
from scoreboard.models import Legislator, ZipDistrict
from scoreboard.narrowing import known_districts
from tests.scoreboard.factories import make_bill, make_stance

pytestmark = pytest.mark.django_db
TITLE = "Facial Recognition and Biometric Technology Moratorium Act of 2020"


@pytest.fixture
def june_2020(shared_data):
    write_roster(gather([str(shared_data / "us-legislators" / "2020-06-21")]))
    bill = make_bill(title=TITLE, short_title="Facial Recognition Moratorium Act")
    for person in Legislator.objects.all()[:15]:
        make_stance(bill, person)


def best(work, rounds=5):
    work()
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def test_list__541_seats_in_32_kilobytes_8_queries_and_60_milliseconds(client, june_2020):
    client.get("/scoreboard/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get("/scoreboard/")
    page = BeautifulSoup(response.content, "html.parser")
    assert len(page.select(".person")) == 541
    assert len(gzip.compress(response.content, 6)) <= 32 * 1024
    assert len(queries) <= 8
    assert best(lambda: client.get("/scoreboard/")) < 0.06


def test_zip__every_area_is_answered_quickly_and_the_divided_ones_ask(shared_data):
    write_roster(gather([str(shared_data / "us-legislators" / "current")]))
    call_command("import_districts", str(shared_data / "zip" / "zccd.csv"), verbosity=0)
    codes = sorted(set(ZipDistrict.objects.values_list("postal_code", flat=True)))
    assert len(codes) == 33_774
    some = codes[::97]
    started = time.process_time()
    found = {code: look_up(code) for code in some}
    assert (time.process_time() - started) / len(some) < 0.005
    people, seats = members(None), list(vacant_seats(None))
    for code, lookup in found.items():
        assert lookup.is_found, code
        known = known_districts(people, seats, lookup)
        assert known == lookup.districts, code
    divided = next(code for code, lookup in found.items() if len(lookup.districts) > 1)
    assert len(read_board({"zip": divided}).choices) == len(found[divided].districts)


def test_zip__no_area_is_without_a_seat_and_several_districts_are_never_one(shared_data):
    """All 33,774 at once: what the look-up of each would say."""
    write_roster(gather([str(shared_data / "us-legislators" / "current")]))
    call_command("import_districts", str(shared_data / "zip" / "zccd.csv"), verbosity=0)
    seats = set(members(None).filter(district__isnull=False).values_list("state", "district"))
    seats |= {(seat.state, seat.district) for seat in vacant_seats(None)}
    rows = ZipDistrict.objects.values_list("postal_code", "state", "district")
    by_code = {}
    for code, state, district in rows:
        by_code.setdefault(code, set()).add((state, district))
    assert all(places <= seats for places in by_code.values())
    assert sum(len(places) > 1 for places in by_code.values()) == 7_299
