import os
import subprocess
import sys

import pytest
from django.core.checks import run_checks

SETTINGS = "cms.settings.production"
GOOD = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "example.org"}


def start(command="settings.DEBUG", **variables):
    """Loads the production settings in a fresh process, with only these variables."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", f"from django.conf import settings; {command}"],
        env={**kept, "DJANGO_SETTINGS_MODULE": SETTINGS, **GOOD, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts__with_the_two_required_values():
    assert start().returncode == 0


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_refuses__without_a_required_value(name):
    ended = start(**{name: ""})
    assert ended.returncode != 0
    assert f"Set {name}" in ended.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mongodb://localhost/x"),
        ("DATABASE_URL", "postgres://localhost/"),
        ("ADMIN_MAILS", "ops@example.org, nobody"),
        ("ADMIN_MAILS", "Ops <ops@example.org>"),
        ("CACHE_URL", "memcache://localhost"),
        ("EMAIL_URL", "carrier-pigeon://roof"),
        ("BASE_URL", "example.org"),
        ("ELASTICSEARCH_URL", "localhost:9200"),
        ("TRUSTED_PROXIES", "one"),
        ("SIGN_RATE_LIMIT", "lots"),
        ("CONGRESS_API_URL", "ftp://api.example.org"),
        ("DATABASE_ROLE", "king"),
        ("ANYMAIL_PROVIDER", "pigeon"),
        ("ANYMAIL_PROVIDER", "postmark"),  # without ANYMAIL_WEBHOOK_SECRET
    ],
)
def test_start_refused__for_a_malformed_value(name, value):
    ended = start(**{name: value})
    assert ended.returncode != 0
    assert name in ended.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", []),
        ("ops@example.org", [("", "ops@example.org")]),
        (" ops@example.org, it@example.org,", [("", "ops@example.org"), ("", "it@example.org")]),
    ],
)
def test_admin_mails__are_those_who_are_told(value, expected):
    assert start("print(settings.ADMINS)", ADMIN_MAILS=value).stdout.strip() == str(expected)


@pytest.mark.parametrize("admins", [[], [("", "ops@example.org")]])
def test_deployment__without_anybody_to_tell_is_warned_of(settings, admins):
    settings.ADMINS = admins
    told = [one for one in run_checks(include_deployment_checks=True) if one.id == "cms.W001"]
    assert [one.hint for one in told] == [
        "Set ADMIN_MAILS to one address or more, separated by commas."
    ] * (not admins)
    assert "cms.W001" not in [one.id for one in run_checks()]
