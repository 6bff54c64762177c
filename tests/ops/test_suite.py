"""The sum at the end of `make test`."""

import json

import pytest

from deploy.suite.results import Totals
from deploy.suite.runs import planned


@pytest.fixture
def results(tmp_path):
    def write(missing=None, **stats):
        file = tmp_path / "results.json"
        file.write_text(json.dumps({"stats": stats, "missing": missing or {}}))
        return file

    return write


def test_totals__add_up_over_the_runs(results):
    totals = Totals()
    totals.add("SQLite", 0, results(passed=10, skipped=1))
    totals.add("PostgreSQL", 1, results(passed=7, failed=2, error=1))
    assert totals.lines()[-1] == "17 passed, 3 failed, 1 skipped"


def test_totals__name_the_services_that_were_missing(results):
    totals = Totals()
    totals.add("other", 0, results({"redis": 3}, passed=1))
    assert totals.lines()[0] == "missing service: redis: 3 tests left out"


@pytest.mark.parametrize(("exit_code", "broken"), [(0, 0), (1, 0), (5, 0), (2, 1), (4, 1)])
def test_totals__a_run_that_broke_off_is_no_success(results, exit_code, broken):
    totals = Totals()
    totals.add("SQLite", exit_code, results(passed=1))
    assert len(totals.broken) == broken


def test_totals__a_run_that_never_counted_is_no_success(tmp_path):
    totals = Totals()
    totals.add("SQLite", 0, tmp_path / "nothing.json")
    assert totals.broken


def test_planned__without_postgresql_its_run_is_named_missing():
    assert [run.missing for run in planned({}, [])] == ["", "postgresql", ""]
    assert not any(run.missing for run in planned({"POSTGRES_TEST_URL": "postgres://x/y"}, []))


def test_planned__browser_tests_run_once():
    browsers = [run for run in planned({}, []) if "not browser" not in run.arguments]
    assert [run.title for run in browsers if "service" not in run.arguments] == ["SQLite"]
