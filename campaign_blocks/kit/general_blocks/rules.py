"""What an editor is told before a visitor would be harmed."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import FieldBlock, StructBlockValidationError

CODE = ("&lt;iframe", "&lt;script", "<iframe", "<script", "&lt;embed", "&lt;blockquote class=")

Field = TypeVar("Field", bound=FieldBlock)


def needed(block: Field, sentence: str | Promise) -> Field:
    """The required field says its own sentence when it is left empty."""
    block.field.error_messages["required"] = sentence
    return block


def refuse_code(field: str, text: object) -> None:
    """Pasted embed code would be shown to visitors as garbage."""
    if any(sign in str(text or "").lower() for sign in CODE):
        sentence = _("Code is not allowed here. Use “Video” or “Embed code”.")
        raise StructBlockValidationError({field: ValidationError(sentence)})
