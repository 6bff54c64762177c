"""Which tests share a process, and whose database is a copy."""

import pytest

from tests import database_copies
from tests.groups import group_of


@pytest.mark.parametrize(
    ("nodeid", "group"),
    [
        ("tests/journeys/test_visitor.py::test_sign[script]", "tests/journeys/"),
        ("tests/faults/test_no_oracle.py::test_answer", "tests/faults/"),
        (
            "tests/demo/test_page.py::CampaignPage::test_bill",
            "tests/demo/test_page.py::CampaignPage",
        ),
        ("tests/kit/test_slots.py::test_slot[a::b]", "tests/kit/test_slots.py::test_slot[a::b]"),
    ],
)
def test_group__of_a_test(nodeid, group):
    assert group_of(nodeid) == group


def test_original__of_other_code_is_another(monkeypatch):
    as_it_is = database_copies.name()
    assert database_copies.name() == as_it_is
    monkeypatch.setattr(database_copies, "CODE", database_copies.CODE[:-1])
    assert database_copies.name() != as_it_is
