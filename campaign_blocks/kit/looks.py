from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock

LOOKS = [("paper", _("Paper")), ("ink", _("Ink")), ("alarm", _("Alarm"))]


class WordChoice(ChoiceBlock):
    """Its keys are words and so is the stored value: nothing to look up while a page is read."""

    def to_python(self, value: str | None) -> str | None:
        return value


class LookBlock(WordChoice):
    """A section's look: a named choice, never a colour or a CSS class."""

    choices = LOOKS

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("default", "paper")
        kwargs.setdefault("required", False)
        kwargs.setdefault("label", _("Look"))
        super().__init__(**kwargs)
