"""Tests of services that are missing: left out with a word, or failed when they are required."""

import subprocess
import sys

import pytest

from deploy.services.places import ROOT

SUITE = """
import pytest

def test_plain(): pass

@pytest.mark.service("redis")
def test_redis(require_service): assert require_service("redis")

@pytest.mark.service("redis", "smtp")
def test_both(): pass
"""


@pytest.fixture
def run(tmp_path):
    """A suite of its own, where nothing answers at Redis' address."""
    (tmp_path / "test_inner.py").write_text(SUITE)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  service(name): x\n  browser: x\n")

    def run(*arguments, **environment):
        plugins = ["-p", "no:django", "-p", "no:randomly", "-p", "tests.services_plugin"]
        command = [sys.executable, "-m", "pytest", "-q", *plugins, *arguments, tmp_path]
        own = {"PATH": "/usr/bin", "PYTHONPATH": str(ROOT), "REDIS_TEST_URL": "redis://127.0.0.1:1"}
        return subprocess.run(
            command, cwd=tmp_path, env={**own, **environment}, capture_output=True, text=True
        ).stdout

    return run


def test_missing_service__is_counted(run):
    assert "missing service: redis: 2 tests left out" in run()


def test_missing_service__fails_where_it_is_required(run):
    said = run(REQUIRE_SERVICES="1")
    assert "1 passed, 2 errors" in said
    assert "missing service: redis" in said


def test_services_option__leaves_the_others_to_another_run(run):
    assert "1 passed, 2 deselected" in run("--services=")
    assert "1 passed, 1 skipped, 1 deselected" in run("--services=redis")
