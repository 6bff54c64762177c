"""Long sections are kept by themselves, under everything that their HTML depends on."""

import pytest
from django.core.cache import caches

from campaign_blocks.kit import versions
from campaign_blocks.kit.fragments import kept, may_be_kept
from campaign_blocks.kit.overlay import Overlay


@pytest.fixture
def context(rf, db):
    return {"request": rf.get("/"), "block_id": "a", "page": None}


def drawn(context, stored=None, families=("organizations",)):
    """What a section shows whose drawing says how often it was drawn."""
    drawn.times += 1
    return kept(stored or {"heading": "x"}, families, context, lambda: str(drawn.times))


drawn.times = 0


def fresh(context):
    """The same surroundings in the next request."""
    context["request"].__dict__.pop("_record_versions", None)
    return context


def test_section__is_drawn_once(context):
    assert drawn(context) == drawn(context)


def test_section__is_drawn_again_when_its_records_change(context):
    first = drawn(context)
    versions.bump("organizations")
    assert drawn(fresh(context)) != first


def test_section__stays_when_other_records_change(context):
    first = drawn(context)
    versions.bump("pages", "scoreboard")
    assert drawn(fresh(context)) == first


def test_section__is_drawn_again_when_a_file_changes(context):
    first = drawn(context)
    versions.bump("files")
    assert drawn(fresh(context)) != first


@pytest.mark.parametrize(
    "change", [{"block_id": "b"}, {"page": type("Page", (), {"pk": 7})}], ids=["place", "page"]
)
def test_section__elsewhere_is_another(context, change):
    assert drawn(context) != drawn({**context, **change})


def test_section__under_a_greeting_is_another(context):
    greeting = Overlay(key="k", organization_id=1, kind_id=1, name="A", headline="", text="")
    assert drawn(context) != drawn({**context, "overlay": greeting})


def test_section__with_other_words_is_another(context):
    assert drawn(context) != drawn(context, stored={"heading": "y"})


def test_preview_and_restricted_page__are_drawn_afresh(context):
    assert not may_be_kept(context)
    assert not may_be_kept(None)
    context["request"].draws_shared_page = True
    assert may_be_kept(context)


def test_emptied_cache__only_costs_a_drawing(context):
    first = drawn(context)
    caches["bodies"].clear()
    assert drawn(fresh(context)) != first
