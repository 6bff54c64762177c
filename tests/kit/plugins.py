"""Installing and removing plugins while the tests run, as a restart with other settings would."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from wagtail import hooks
from wagtail.blocks import CharBlock, StreamBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.build import build_name
from campaign_blocks.kit.groups import EXTRAS
from campaign_blocks.kit.registry import HOOK, campaign_blocks
from campaign_blocks.kit.stream_migrations import campaign_streams

Register = Callable[[], tuple[str, Any]]


class NoteBlock(CampaignBlock):
    """A block that stays installed while others come and go."""

    text = CharBlock(max_length=40)

    class Meta:
        icon = "edit"
        group = EXTRAS
        label = "Note"
        description = "A note."
        template = "acme_poll/note.html"
        preview_value = {"text": "A note"}


def note() -> tuple[str, NoteBlock]:
    return "acme_note", NoteBlock()


def forget() -> None:
    """Nobody remembers which blocks were installed."""
    campaign_blocks.cache_clear()
    build_name.cache_clear()
    for _, field in campaign_streams(apps):
        field.__dict__.pop("stream_block", None)


def current_hooks() -> list[Register]:
    return hooks.get_hooks(HOOK)


@contextmanager
def only(*registers: Register) -> Iterator[None]:
    """Exactly these hooks are registered, in this order."""
    hooks.get_hooks(HOOK)
    before = hooks._hooks.get(HOOK, [])
    hooks._hooks[HOOK] = [(register, 0) for register in registers]
    forget()
    try:
        yield
    finally:
        hooks._hooks[HOOK] = before
        forget()


@contextmanager
def added(*registers: Register) -> Iterator[None]:
    with only(*current_hooks(), *registers):
        yield


@contextmanager
def absent(package: str = "tests.acme_poll") -> Iterator[None]:
    """The plugin of this package is not installed."""
    with only(*(r for r in current_hooks() if not r.__module__.startswith(package))):
        yield


def stream_block() -> StreamBlock:
    from home.models import CampaignPage

    return CampaignPage._meta.get_field("body").stream_block
