"""The general blocks, registered through the same door as every plugin's."""

from django.urls import URLPattern
from wagtail import hooks

from campaign_blocks.kit.general_blocks.argument import ArgumentBlock
from campaign_blocks.kit.general_blocks.button import ButtonBlock
from campaign_blocks.kit.general_blocks.contents import ContentsBlock
from campaign_blocks.kit.general_blocks.documents import DocumentsBlock
from campaign_blocks.kit.general_blocks.embed import EmbedBlock
from campaign_blocks.kit.general_blocks.faq import QuestionsBlock
from campaign_blocks.kit.general_blocks.notice import NoticeBlock
from campaign_blocks.kit.general_blocks.number import NumberBlock
from campaign_blocks.kit.general_blocks.opening import OpeningBlock
from campaign_blocks.kit.general_blocks.people import PeopleBlock
from campaign_blocks.kit.general_blocks.quote import QuoteBlock
from campaign_blocks.kit.general_blocks.share import ShareBlock
from campaign_blocks.kit.general_blocks.text import TextBlock
from campaign_blocks.kit.general_blocks.timeline import TimelineBlock
from campaign_blocks.kit.registry import campaign_blocks

HOOK = "register_campaign_block"


@hooks.register("register_admin_urls")
def blocks_before_previews() -> list[URLPattern]:
    """A block's preview is found in a register that each process fills: before its first answer."""
    campaign_blocks()
    return []


@hooks.register(HOOK)
def opening() -> tuple[str, OpeningBlock]:
    return "opening", OpeningBlock()


@hooks.register(HOOK)
def notice() -> tuple[str, NoticeBlock]:
    return "notice", NoticeBlock()


@hooks.register(HOOK)
def argument() -> tuple[str, ArgumentBlock]:
    return "argument", ArgumentBlock()


@hooks.register(HOOK)
def text() -> tuple[str, TextBlock]:
    return "text", TextBlock()


@hooks.register(HOOK)
def number() -> tuple[str, NumberBlock]:
    return "number", NumberBlock()


@hooks.register(HOOK)
def quote() -> tuple[str, QuoteBlock]:
    return "quote", QuoteBlock()


@hooks.register(HOOK)
def faq() -> tuple[str, QuestionsBlock]:
    return "faq", QuestionsBlock()


@hooks.register(HOOK)
def button() -> tuple[str, ButtonBlock]:
    return "button", ButtonBlock()


@hooks.register(HOOK)
def share() -> tuple[str, ShareBlock]:
    return "share", ShareBlock()


@hooks.register(HOOK)
def embed() -> tuple[str, EmbedBlock]:
    return "embed", EmbedBlock()


@hooks.register(HOOK)
def documents() -> tuple[str, DocumentsBlock]:
    return "documents", DocumentsBlock()


@hooks.register(HOOK)
def timeline() -> tuple[str, TimelineBlock]:
    return "timeline", TimelineBlock()


@hooks.register(HOOK)
def people() -> tuple[str, PeopleBlock]:
    return "people", PeopleBlock()


@hooks.register(HOOK)
def contents() -> tuple[str, ContentsBlock]:
    return "contents", ContentsBlock()
