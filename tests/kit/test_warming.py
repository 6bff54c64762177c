from unittest.mock import patch

import pytest

from campaign_blocks.kit.warming import warm_page
from home.models import StandardPage


@pytest.fixture
def page(home_page):
    return home_page.add_child(instance=StandardPage(title="Words", slug="words"))


def test_publishing__has_the_page_drawn_by_a_task(page):
    with patch("campaign_blocks.kit.page_changes.warm_page") as task:
        page.save_revision().publish()
    task.enqueue.assert_called_once_with(page.pk)


def test_warming__draws_the_page_as_a_visitor_sees_it(page):
    with patch.object(StandardPage, "fresh", autospec=True) as drawn:
        warm_page.call(page.pk)
    assert drawn.call_args.args[0].pk == page.pk
    assert not getattr(drawn.call_args.args[1], "is_preview", False)


def test_warming__ends_well_for_a_real_page(page):
    assert warm_page.call(page.pk) is None


@pytest.mark.parametrize("gone", ["deleted", "unpublished"])
def test_warming__of_a_page_that_is_gone_does_nothing(page, gone):
    pk = page.pk
    page.delete() if gone == "deleted" else page.unpublish()
    with patch.object(StandardPage, "fresh") as drawn:
        warm_page.call(pk)
    drawn.assert_not_called()
