"""House rules for blocks, as `manage.py check` tells them."""

from collections import Counter

import pytest
from django.core.checks import run_checks

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.checks import GROUP_SIZE, check_campaign_blocks, icon_names, is_ours
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.registry import campaign_blocks
from tests.acme_poll.blocks import PollBlock
from tests.acme_poll.wagtail_hooks import poll
from tests.kit.plugins import only


def told(**meta):
    """Check ids for a block with this Meta."""
    with only(lambda: ("acme_case", PollBlock(**meta))):
        return [message.id for message in check_campaign_blocks()]


def test_sound_block__is_silent():
    assert told() == []


@pytest.mark.parametrize(
    ("meta", "check"),
    [
        ({"description": ""}, "kit.E002"),
        ({"icon": "placeholder"}, "kit.E004"),
        ({"icon": "no-such-icon"}, "kit.E005"),
        ({"template": None}, "kit.E006"),
        ({"template": "acme_poll/nowhere.html"}, "kit.E006"),
        ({"group": "Nowhere"}, "kit.E001"),
    ],
)
def test_broken_rule__is_told(meta, check):
    assert told(**meta) == [check]


def test_no_preview__is_told():
    class BareBlock(CampaignBlock):
        class Meta:
            icon = "edit"
            group = CASE
            description = "Bare."
            template = "acme_poll/note.html"

    with only(lambda: ("acme_bare", BareBlock())):
        assert [message.id for message in check_campaign_blocks()] == ["kit.E003"]


def test_shared_icon__is_a_warning_that_names_both():
    with only(poll, lambda: ("acme_twin", PollBlock())):
        [message] = check_campaign_blocks()
    assert message.id == "kit.W002"
    assert "'acme_poll' and 'acme_twin'" in message.msg


@pytest.mark.parametrize(("size", "checks"), [(6, set()), (7, {"kit.W001"})])
def test_full_group__is_a_warning_for_our_blocks(monkeypatch, size, checks):
    monkeypatch.setattr(PollBlock, "__module__", "campaign_blocks.kit.blocks")
    icons = sorted(icon_names())
    hooks = [lambda n=n: (f"b{n}", PollBlock(group=CASE, icon=icons[n])) for n in range(size)]
    with only(*hooks):
        assert {message.id for message in check_campaign_blocks()} == checks


def test_check__is_registered():
    with only(lambda: ("acme_case", PollBlock(description=""))):
        assert "kit.E002" in {message.id for message in run_checks()}


def test_installed_blocks__break_no_rule():
    assert check_campaign_blocks() == []


def test_installed_blocks__have_icons_of_their_own_in_short_groups():
    ours = {name: block for name, block in campaign_blocks().items() if is_ours(block)}
    places = Counter((str(block.meta.group), block.meta.icon) for block in ours.values())
    groups = Counter(str(block.meta.group) for block in ours.values())
    assert max(places.values(), default=0) <= 1
    assert max(groups.values(), default=0) <= GROUP_SIZE
