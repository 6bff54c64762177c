"""The plugin door: order, limits and the sentences it answers to a mistake."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from campaign_blocks.kit import registry
from campaign_blocks.kit.groups import ACTION, EXTRAS, TOP
from campaign_blocks.kit.registry import MISSING, campaign_blocks
from tests.acme_poll.blocks import PollBlock
from tests.acme_poll.wagtail_hooks import poll
from tests.kit.plugins import added, note, only, stream_block


def opening():
    return "acme_opening", PollBlock(group=TOP, order=1)


def late_opening():
    return "acme_late", PollBlock(group=TOP, order=2)


def second_poll():
    return "acme_poll", PollBlock()


def stray():
    return "acme_stray", PollBlock(group="Nowhere")


def usurper():
    return MISSING, PollBlock()


@pytest.mark.parametrize(
    "hooks", [(note, late_opening, poll, opening), (opening, poll, note, late_opening)]
)
def test_order__is_group_then_order_then_name(hooks):
    with only(*hooks):
        assert list(campaign_blocks()) == ["acme_opening", "acme_late", "acme_poll", "acme_note"]


def test_menu__has_the_groups_in_order():
    with only(note, poll, opening):
        groups = [group for group, blocks in stream_block().grouped_child_blocks()]
        assert groups[:3] == [TOP, ACTION, EXTRAS]


def test_duplicate__names_both_owners():
    expected = "tests.acme_poll.wagtail_hooks.poll and tests.kit.test_registry.second_poll"
    with only(poll, second_poll), pytest.raises(ImproperlyConfigured, match=expected):
        campaign_blocks()


def test_reserved_name__is_refused():
    with (
        only(usurper),
        pytest.raises(ImproperlyConfigured, match=r"campaign_blocks\.kit and tests"),
    ):
        campaign_blocks()


def test_unknown_group__is_named():
    with only(stray), pytest.raises(ImproperlyConfigured, match=r"acme_stray.*Nowhere"):
        campaign_blocks()


def test_not_ready__says_what_to_avoid(monkeypatch):
    with only(poll):
        monkeypatch.setattr(registry.apps, "ready", False)
        with pytest.raises(ImproperlyConfigured, match=r"AppConfig\.ready"):
            campaign_blocks()


def test_page_limit__becomes_a_count_limit():
    def limited():
        return "acme_limited", PollBlock(page_limit=1)

    with added(limited):
        assert stream_block().meta.block_counts["acme_limited"] == {"max_num": 1}


def test_blocks__are_built_once():
    with only(poll):
        assert campaign_blocks()["acme_poll"] is stream_block().child_blocks["acme_poll"]


def test_record_families__of_all_blocks_sorted():
    def shows():
        return "acme_shows", PollBlock(records=("places", "organizations"))

    with only(poll, shows):
        assert registry.record_families() == ("organizations", "places")
