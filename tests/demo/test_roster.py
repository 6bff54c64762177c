import csv
import json
from collections import Counter

import pytest
import yaml

from home.demo.congress import ROSTER, bill_facts

AS_OF = "us-legislators/2020-06-21"


@pytest.fixture(scope="module")
def roster():
    with ROSTER.open(encoding="utf-8", newline="") as file:
        return {row["bioguide"]: row for row in csv.DictReader(file)}


def record(shared_data, name):
    text = (shared_data / AS_OF / f"legislators-{name}.yaml").read_text(encoding="utf-8")
    return {person["id"]["bioguide"]: person for person in yaml.load(text, Loader=yaml.CSafeLoader)}


@pytest.fixture(scope="module")
def people():
    from tests.conftest import SHARED

    if not SHARED.exists():
        pytest.skip("the public record of 2020 is not beside this checkout")
    return record(SHARED, "current")


@pytest.fixture(scope="module")
def accounts(people):
    from tests.conftest import SHARED

    return record(SHARED, "social-media")


def test_roster__two_senators_of_each_state(roster):
    seats = Counter(row["state"] for row in roster.values() if row["chamber"] == "senate")
    assert len(seats) == 50 and set(seats.values()) == {2}


def test_roster__everybody_can_be_reached(roster):
    for row in roster.values():
        assert row["phone"].startswith(("202-224-", "202-225-")), row["full_name"]
        assert row["website"].endswith((".senate.gov", ".house.gov")), row["full_name"]


def test_roster__senators_are_those_of_the_record(roster, people):
    sitting = {key for key, person in people.items() if person["terms"][-1]["type"] == "sen"}
    assert {key for key, row in roster.items() if row["chamber"] == "senate"} == sitting


def test_roster__party_state_and_district_agree_with_the_record(roster, people):
    for key, row in roster.items():
        term = people[key]["terms"][-1]
        told = (row["party"], row["state"], row["district"])
        assert told == (term["party"][0], term["state"], str(term.get("district", ""))), key
        assert row["phone"] == term["phone"], key
        assert row["family_name"] == people[key]["name"]["last"], key


def test_roster__accounts_agree_with_the_record(roster, accounts):
    for key, row in roster.items():
        known = accounts.get(key, {}).get("social", {}).get("twitter")
        if known:
            assert row["x"].lower() == known.lower(), key


def test_bill__everybody_behind_it_is_in_the_roster(roster):
    for number in bill_facts()["numbers"]:
        for person in number["sponsors"]:
            row = roster[person["bioguide"]]
            assert row["chamber"] == number["chamber"]
            assert row["family_name"] in person["name"]


def test_bill__sponsors_and_dates_agree_with_the_record(shared_data):
    bills = json.loads((shared_data / "bills/cosponsors-116.json").read_text(encoding="utf-8"))
    wanted = {
        (
            bill["number"],
            person["bioguideId"],
            person.get("sponsorshipDate", bill["introducedDate"]),
        )
        for bill in bills
        for person in (bill["sponsor"], *bill["cosponsors"])
    }
    told = {
        (number["number"].rpartition(".")[2], person["bioguide"], person["since"])
        for number in bill_facts()["numbers"]
        for person in number["sponsors"]
    }
    assert told == wanted
