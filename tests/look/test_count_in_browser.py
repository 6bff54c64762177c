"""The number on a page that was kept for a while, renewed by script."""

import json

import pytest

from tests.look.browser import gallery, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
LINE = '<p data-count="/count.json"><strong class="count__number">260</strong> signed.</p>'
ANSWERED = """
window.fetch = async () => {
  setTimeout(() => { window.asked = true });
  return new Response(JSON.stringify(%s));
};
"""


def renewed(**told):
    with opened(gallery(LINE), script=ANSWERED % json.dumps(told)) as page:
        page.wait_for_function("window.asked")
        return page.locator(".count__number").inner_text()


def test_number__is_renewed():
    assert renewed(count=1234, shown=True) == "1,234"


def test_number__that_is_hidden_meanwhile_does_not_become_zero():
    assert renewed(count=0, shown=False) == "260"
