"""Where a button leads: a page, a document or an address, and exactly one of them."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
)

from campaign_blocks.kit.preloading import DocumentChoice

ADDRESS = RegexValidator(
    r"^(https?://[^\s/]|mailto:|tel:|#|/(?!/))\S*$",
    _("Write a full web address that begins with https://, or a place on this page like #sign."),
)
TARGETS = ("page", "document", "url")


class Link(NamedTuple):
    label: str
    href: str


class LinkValue(StructValue):
    def link(self) -> Link | None:
        """None while the label or the target is missing, or the page is not public."""
        label, href = self.get("label") or "", self.href()
        return Link(label, href) if label and href else None

    def href(self) -> str:
        page, document = self.get("page"), self.get("document")
        if page:
            return (page.url or "") if page.live else ""
        if document:
            return str(document.url)
        return self.get("url") or ""


class LinkBlock(StructBlock):
    """A button's words and its target. Both may be empty unless it is required."""

    label = CharBlock(
        required=False,
        max_length=60,
        label=_("Words on the button"),
        help_text=_("Say what happens: “Read the bill” is clearer than “Click here”."),
    )
    page = PageChooserBlock(required=False, label=_("Page"))
    document = DocumentChoice(required=False, label=_("Document"))
    url = CharBlock(required=False, max_length=500, validators=[ADDRESS], label=_("Web address"))

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        chosen = [name for name in TARGETS if cleaned.get(name)]
        wanted = self.required or cleaned.get("label") or chosen
        if wanted and not cleaned.get("label"):
            raise refusal("label", _("Write what the button says."))
        if wanted and not chosen:
            raise refusal("url", _("Choose a page, document or web address for this button."))
        if len(chosen) > 1:
            raise refusal(chosen[1], _("Choose one target only: a page, a document or an address."))
        return cleaned

    @property
    def required(self) -> bool:
        return bool(self.meta.required)

    class Meta:
        icon = "link"
        value_class = LinkValue
        required = False
        label_format = "{label}"


def refusal(field: str, sentence: Any) -> StructBlockValidationError:
    return StructBlockValidationError({field: ValidationError(sentence)})


def link_in(value: Any, field: str) -> Link | None:
    """The link of one field of a block, or None while it is not complete."""
    target = value.get(field)
    return target.link() if target else None
