"""How words and pages fit the poster: sizes for long words, and who writes the page's h1."""

from django import template
from wagtail.blocks.stream_block import StreamValue

register = template.Library()

LONG = 12
LONGER = 16


@register.filter
def fit(words: object, css_class: str) -> str:
    """A class that shrinks a headline whose longest word would not fit a phone."""
    longest = max(map(len, str(words or "").split()), default=0)
    if longest < LONG:
        return ""
    return f"{css_class}--longer" if longest >= LONGER else f"{css_class}--long"


@register.filter
def opens_itself(stream: StreamValue | None) -> bool:
    """True if a section writes the page's h1: an opening, or `Meta.carries_title = True`."""
    return any(getattr(child.block.meta, "carries_title", False) for child in stream or ())
