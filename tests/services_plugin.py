"""Tests that need a server: run where it answers, left out with a word where it does not.

    @pytest.mark.service("redis")
    def test_thing(require_service): url = require_service("redis")

service("postgresql") means: the database under test is PostgreSQL (DATABASE_URL).
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from deploy.services import programs
from deploy.services.elasticsearch import Elasticsearch
from deploy.services.postgresql import PostgreSQL
from deploy.services.redis import Redis
from deploy.services.smtp import MailSink

KINDS = {kind.name: kind for kind in (PostgreSQL, Redis, Elasticsearch, MailSink)}
WORD = "missing service: "
REQUIRED = os.environ.get("REQUIRE_SERVICES") == "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--services",
        default=",".join((*KINDS, "nginx")),
        help="run only those service tests whose services are all in this list (may be empty)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of services outside --services belong to another run."""
    wanted = set(filter(None, config.getoption("--services").split(",")))
    elsewhere = [item for item in items if not set(needs(item)) <= wanted]
    if elsewhere:
        items[:] = [item for item in items if item not in elsewhere]
        config.hook.pytest_deselected(items=elsewhere)


def needs(item: pytest.Item) -> Iterable[str]:
    """The services that a test names."""
    return [name for mark in item.iter_markers("service") for name in mark.args]


@pytest.fixture(scope="session")
def service_answers() -> Callable[[str], bool]:
    known: dict[str, bool] = {}

    def answers(name: str) -> bool:
        if name not in known:
            known[name] = bool(address(name)) and (name not in KINDS or KINDS[name]({}).answers())
        return known[name]

    return answers


@pytest.fixture
def require_service(service_answers: Callable[[str], bool]) -> Callable[[str], str]:
    """require_service("redis") gives its address, or leaves the test out."""

    def require(name: str) -> str:
        if not service_answers(name):
            leave_out(name)
        return address(name)

    return require


def address(name: str) -> str:
    """Of a service its URL, of a program its path; empty when there is none."""
    return KINDS[name]({}).given if name in KINDS else programs.find(name) or ""


@pytest.fixture(autouse=True)
def _needed_services(request: pytest.FixtureRequest) -> None:
    for name in needs(request.node):
        request.getfixturevalue("require_service")(name)
        if name == "postgresql" and not on_postgresql():
            pytest.skip("for the run on PostgreSQL: set DATABASE_URL")
    if request.node.get_closest_marker("browser") and not programs.find("chromium"):
        leave_out("chromium")


def on_postgresql() -> bool:
    from django.conf import settings

    return "postgresql" in settings.DATABASES["default"]["ENGINE"]


def leave_out(name: str) -> None:
    if REQUIRED:
        pytest.fail(WORD + name, pytrace=False)
    pytest.skip(WORD + name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Which services were missing, and how many tests that left out."""
    missing: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if WORD in reason:
            missing[reason.split(WORD)[1]] += 1
    for name, count in sorted(missing.items()):
        terminalreporter.write_line(f"{WORD}{name}: {count} tests left out")
    results = os.environ.get("SUITE_RESULTS")
    if results:
        stats = {key: len(found) for key, found in terminalreporter.stats.items() if key}
        Path(results).write_text(json.dumps({"stats": stats, "missing": missing}))
