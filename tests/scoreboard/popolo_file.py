"""A small parliament in Popolo JSON, written for the tests."""

import copy
from typing import Any

HOUSE: dict[str, Any] = {
    "meta": {"sources": ["https://parliament.example"]},
    "persons": [
        {
            "id": "p1",
            "name": "Aroha Ngata",
            "given_name": "Aroha",
            "family_name": "Ngata",
            "email": "aroha@parliament.example",
            "contact_details": [{"type": "twitter", "value": "arohangata"}],
            "links": [{"note": "facebook", "url": "https://facebook.com/aroha.ngata"}],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
        },
        {"id": "p2", "name": "Tama Te Rangi", "sort_name": "Te Rangi, Tama"},
    ],
    "organizations": [
        {"id": "house", "classification": "legislature", "name": "Test House", "seats": 2},
        {"id": "party/kea", "classification": "party", "name": "Kea Party"},
    ],
    "areas": [{"id": "area/waiariki", "name": "Waiariki"}, {"id": "area/list", "name": "list"}],
    "events": [
        {
            "id": "term/50",
            "classification": "legislative period",
            "start_date": "2011-12-20",
            "end_date": "2014-08-14",
        },
        {"id": "term/51", "classification": "legislative period", "start_date": "2014-10-20"},
        {"id": "vote", "classification": "general election", "start_date": "2017"},
    ],
    "memberships": [
        {"person_id": "p1", "area_id": "area/waiariki", "legislative_period_id": "term/50"},
        {"person_id": "p1", "area_id": "area/waiariki", "legislative_period_id": "term/51"},
        {"person_id": "p2", "area_id": "area/list", "legislative_period_id": "term/51"},
    ],
}


def write_house() -> dict[str, Any]:
    house = copy.deepcopy(HOUSE)
    for membership in house["memberships"]:
        membership |= {"organization_id": "house", "on_behalf_of_id": "party/kea"}
    return house
