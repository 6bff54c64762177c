"""Whatever the page behind a mailed link answers, no log and no mail to staff holds the secret."""

import logging

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client

from campaign_blocks.petition import guessing
from campaign_blocks.petition.services import my_signature
from campaign_blocks.petition.views import links
from tests.petition.factories import make_signature
from tests.petition.letters import finder, letter_petition, link  # noqa: F401  a fixture
from tests.petition.test_token_links import PATHS

pytestmark = pytest.mark.django_db
SECRET = "s3cr3t"
ADDRESS = "ana@example.org"  # named here alone: a traceback quotes lines of code
every_link = pytest.mark.parametrize("path", [path.format(SECRET) for path in PATHS])


@pytest.fixture
def log(caplog, settings):
    """Lower than any site logs."""
    settings.ADMINS = [("Ops", "ops@example.org")]
    for name in ("", "django.request", "django.security.csrf"):
        caplog.set_level(logging.INFO, name)
    return caplog


def told(log):
    """Every word and every object that a handler is given, and every mail to staff."""
    mails = [(one.subject, one.body, one.alternatives) for one in mail.outbox]
    return log.text + str([vars(record) for record in log.records]) + str(mails)


@every_link
@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_refused__is_told_without_the_secret(client, log, path, method):
    answer = getattr(client, method)(path)
    assert answer.status_code in (200, 404, 405)
    assert SECRET not in told(log)


@every_link
def test_too_big__is_told_without_the_secret(client, log, path):
    answer = client.post(path, {"message": "x" * 200_000})
    assert answer.status_code in (200, 404, 405, 413)
    assert SECRET not in told(log)


def test_guessing__is_told_without_the_secret(client, log, monkeypatch):
    monkeypatch.setattr(guessing, "MOST", 0)
    assert client.get(f"/confirm/{SECRET}/", REMOTE_ADDR="198.51.100.7").status_code == 429
    assert SECRET not in told(log)


@every_link
def test_form_of_another_site__is_told_without_the_secret(log, path):
    Client(enforce_csrf_checks=True).post(path)
    assert SECRET not in told(log)


@pytest.mark.parametrize("end", ["x/y/", "data.json/", "..."])
def test_spoiled_address__is_told_without_the_secret(client, log, home_page, end):
    assert client.get(f"/my-signature/{SECRET}/{end}", follow=True).status_code == 404
    assert log.records
    assert SECRET not in told(log)


@pytest.mark.parametrize("purpose", ["confirm", "letter"])
def test_finder_down__is_a_warning_that_names_no_link(client, log, finder, purpose):  # noqa: F811
    path = link(make_signature(letter_petition(confirm_by_mail=purpose == "confirm")), purpose)
    finder.error = OSError("94110")
    answer = client.post(path, {"letter": "send", "message": "My typed words"})
    assert answer.status_code == 503
    assert [record.levelname for record in log.records] == ["WARNING"]
    assert "a target finder failed: OSError" in log.text
    assert path.split("/")[2] not in told(log)
    assert "typed" not in told(log)


def broken(**kwargs):
    try:
        raise ValueError(f"DETAIL: Failing row contains (7, {ADDRESS})")
    except ValueError as error:
        raise IntegrityError(ADDRESS) from error


def test_fault__is_told_by_place_and_kind_alone(client, log, monkeypatch):
    monkeypatch.setattr(links, "unsubscribe_mailbox", broken)
    client.raise_request_exception = False
    answer = client.post(f"/unsubscribe/{SECRET}/", {"email": ADDRESS})
    assert answer.status_code == 500
    (record,) = (one for one in log.records if one.name == "django.request")
    lines = logging.Formatter().format(record).splitlines()
    assert lines[0] == "Internal Server Error: /unsubscribe/-/"
    assert lines[-1] == "django.db.utils.IntegrityError"
    assert "builtins.ValueError" in lines
    assert any("in broken" in line for line in lines)


def test_fault__names_nobody_to_staff_or_visitor(client, log, monkeypatch):
    monkeypatch.setattr(my_signature, "key_of", lambda token: broken())
    client.raise_request_exception = False
    path = f"/my-signature/{SECRET}/change/"
    answer = client.post(path, {"email": ADDRESS})
    assert answer.status_code == 500
    assert SECRET not in told(log) + answer.content.decode()
    assert ADDRESS not in told(log) + answer.content.decode()
    assert not mail.outbox
