import re
from html import unescape

import pytest
from wagtail import hooks

from campaign_blocks.kit.doors import Embed
from tests.look.factories import block

SIGN = Embed("sign", 'Sign "it" <now>', "/embed/petition/ban/", 720)


@pytest.fixture
def shown(settings):
    settings.BASE_URL = "https://ban.example"
    chosen = block("embed")
    value = chosen.normalize({**chosen.get_default(), "what": "sign"})
    with hooks.register_temporarily("register_embed", lambda: SIGN):
        return chosen.get_context(value)["code"]


def test_line__is_a_link_that_stays_and_one_script(shown):
    assert shown.line.count("<script") == 1
    assert 'href="https://ban.example/embed/petition/ban/"' in shown.line
    assert 'src="https://ban.example/embed.js"' in shown.line
    assert "\n" not in shown.line


def test_label__cannot_break_out_of_the_code(shown):
    assert "<now>" not in shown.line + shown.frame
    assert unescape(re.search(r'title="([^"]*)"', shown.frame)[1]) == 'Sign "it" <now>'


def test_frame__needs_no_script_and_has_a_height(shown):
    assert "<script" not in shown.frame
    assert 'height="720"' in shown.frame


def test_thing_that_no_plugin_offers_any_more__shows_no_code():
    chosen = block("embed")
    value = chosen.normalize({**chosen.get_default(), "what": "gone"})
    assert chosen.get_context(value)["code"] is None
    assert "<textarea" not in chosen.bind(value).render({"block_id": "x"})


def test_choices__come_from_the_plugins():
    with hooks.register_temporarily("register_embed", lambda: SIGN):
        field = block("embed").child_blocks["what"].field
        assert ("sign", 'Sign "it" <now>') in list(field.choices)
