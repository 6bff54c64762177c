"""Wagtail shares blocks between threads and switches "required" off while it saves a draft."""

import threading

import pytest
from django.core.exceptions import ValidationError

from campaign_blocks.kit.registry import campaign_blocks
from tests.kit.plugins import NoteBlock, added, forget, stream_block

EMPTY = [{"type": "acme_slow", "value": {"text": ""}, "id": "1"}]


class SlowBlock(NoteBlock):
    """Holds the first thread that cleans it until the second has tried, or half a second."""

    def clean(self, value):
        if not self.entered.is_set():
            self.entered.set()
            self.second_is_done.wait(0.5)
        return super().clean(value)


@pytest.fixture
def slow():
    SlowBlock.entered, SlowBlock.second_is_done = threading.Event(), threading.Event()
    with added(lambda: ("acme_slow", SlowBlock())):
        yield SlowBlock


def test_publish_beside_autosave__still_asks_for_required_fields(slow):
    block = stream_block()
    autosave = threading.Thread(target=lambda: block.clean_deferred(block.to_python(EMPTY)))
    autosave.start()
    assert slow.entered.wait(5)
    with pytest.raises(ValidationError):
        block.clean(block.to_python(EMPTY))
    slow.second_is_done.set()
    autosave.join()


def test_autosave__leaves_required_as_it_was(slow):
    slow.second_is_done.set()
    block = stream_block()
    block.clean_deferred(block.to_python(EMPTY))
    with pytest.raises(ValidationError):
        block.clean(block.to_python(EMPTY))


def test_eight_threads_building__get_the_same_blocks():
    forget()
    found, start = [], threading.Barrier(8)

    def build():
        start.wait()
        found.append(stream_block().child_blocks.keys() - {"missing_section"})

    threads = [threading.Thread(target=build) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found == [set(campaign_blocks())] * 8
