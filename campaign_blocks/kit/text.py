"""The two kinds of text that editors write."""

from typing import Any

from wagtail.blocks import RichTextBlock, TextBlock

FEATURES = ["h3", "bold", "italic", "link", "document-link", "ol", "ul"]


class RichText(RichTextBlock):
    """Formatted text without anything that a paste from elsewhere could smuggle in."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)


class PlainText(TextBlock):
    """Plain text; a blank line begins a paragraph (`|linebreaks` in templates)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("rows", 3)
        super().__init__(**kwargs)
