"""One person signs, changes her mind, is written to, looked at, exported and erased. Afterwards
her words are searched everywhere."""

import logging

import pytest
from django.core.management import call_command

from campaign_blocks.petition.models import Signature
from campaign_blocks.petition.services.ledger import file_erasures
from tests.petition.canary import journeys, searching
from tests.petition.factories import make_petition

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    """Lower than any site logs: all of ours, and of Django what is not meant for its debugger."""
    listener, root = searching.Listener(), logging.getLogger()
    loggers = [root, *(logging.getLogger(name) for name in logging.root.manager.loggerDict)]
    levels = [(one, one.level) for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG if one.name.startswith("campaign") else logging.INFO)
        if one is root or not one.propagate:
            one.addHandler(listener)
    yield listener
    for one, level in levels:
        one.setLevel(level)
        one.removeHandler(listener)


@pytest.fixture
def lived(log, client, admin_client, admin_user, capsys, monkeypatch, home_page):
    """After all journeys: what a visitor's browser was sent to, and what was logged."""
    petition = make_petition(**journeys.ASKED, page=home_page)
    visit = journeys.Visitor(client)
    journeys.sign(visit, petition)
    journeys.break_down(visit, petition, monkeypatch)
    journeys.work()
    journeys.confirm(visit)
    journeys.look_after_it(visit)
    journeys.write_to_lawmakers(petition)
    journeys.send_an_update(petition)
    journeys.report_a_place(visit)
    journeys.use_the_admin(admin_client, admin_user)
    journeys.look_at_the_queue(admin_client)
    journeys.make_a_file(admin_user)
    journeys.ask_for_it(capsys)
    client.get(f"/petitions/{petition.slug}/", **searching.MACHINE)
    client.get("/search/", {"q": "Quillfeather"}, **searching.MACHINE)
    return visit, log


def test_canary__is_in_no_log_line(lived):
    _visit, log = lived
    assert len(log.lines) > 10
    assert log.found() == []


def test_canary__is_in_no_address_that_a_browser_is_sent_to(lived):
    visit, _log = lived
    assert len(visit.addresses) > 50
    assert searching.found_in("\n".join(visit.addresses)) == []


def test_canary__is_in_no_cache(lived):
    assert searching.cached() == []


def test_canary__is_in_the_listed_columns_alone(lived):
    found = set(searching.columns_with())
    assert found - searching.allowed_columns() == set()


def test_columns__every_listed_one_is_needed(lived):
    """A line that nothing needs any more would hide the next mistake."""
    assert searching.allowed_columns() - set(searching.columns_with()) == set()


def test_sender__neither_address_nor_browser_is_kept(lived):
    _visit, log = lived
    needles = searching.MACHINE_NEEDLES
    assert searching.columns_with(needles) == {}
    assert searching.cached(needles) == []
    assert log.found(needles) == []


def test_erase__leaves_nothing_of_her_anywhere(lived, settings, tmp_path):
    settings.ERASURE_LEDGER = str(tmp_path / "erasures.jsonl")
    call_command("erase_person", "ZYXCANARY.MAIL+again@canaryhost.example")
    file_erasures()
    assert Signature.objects.get().state == "erased"
    assert searching.columns_with() == {}
    assert searching.cached() == []
    assert searching.found_in((tmp_path / "erasures.jsonl").read_text()) == []


def test_remove__by_the_signer_leaves_the_files_of_a_day_and_what_she_reported(lived):
    visit, _log = lived
    path, pk = journeys.links()["my-signature"], Signature.objects.get().pk
    assert visit("post", f"{path}remove/", {"signature": pk}).status_code == 200
    assert set(searching.columns_with()) == {"petition_exportchunk.body", "map_report.email"}


def test_search__finds_what_is_planted(petition):
    """The searcher itself: a leak in any column is seen."""
    petition.closed_text = "Ask Zyxcanary"
    petition.save()
    assert searching.columns_with() == {"petition_petition.closed_text": 1}
