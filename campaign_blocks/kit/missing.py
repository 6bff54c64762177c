"""The stand-in for a section whose plugin is not installed: kept, hidden, movable, deletable."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.admin.compare import BlockComparison
from wagtail.blocks import FieldBlock
from wagtail.blocks.base import BoundBlock

SALT = "campaign_blocks.kit.missing"


class MissingComparison(BlockComparison):
    def htmlvalue(self, value: dict[str, Any]) -> SafeString:
        return format_html("{}", missing_text(value))


def missing_text(item: dict[str, Any]) -> str:
    return _("Section of the missing plugin “%(type)s”") % {"type": item.get("type", "?")}


class MissingBlock(FieldBlock):
    """Its value is the whole stored item: {"type", "value", "id"}."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.CharField(required=False, widget=forms.HiddenInput())
        super().__init__(**kwargs)

    def get_default(self) -> dict[str, Any]:
        return {"type": "", "value": None}

    def get_form_state(self, value: dict[str, Any] | None) -> str:
        """The type for the editor's eyes, then the whole item, signed so that nobody forges one."""
        value = value or self.get_default()
        return f"{value['type']} {signing.dumps(value, salt=SALT, compress=True)}"

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> dict[str, Any] | None:
        try:
            item = signing.loads((data.get(prefix) or "").rpartition(" ")[2], salt=SALT)
        except signing.BadSignature:
            return None
        return item if isinstance(item, dict) and item.get("type") else None

    def clean(self, value: dict[str, Any] | None) -> dict[str, Any]:
        if not value:
            raise ValidationError(
                _(
                    "This section belongs to a plugin that has been removed since you opened "
                    "the page. Reload the page to go on; the stored section is unchanged."
                )
            )
        return value

    def normalize(self, value: Any) -> Any:
        return value

    def get_prep_value(self, value: Any) -> Any:
        return value

    def get_searchable_content(self, value: Any) -> list[str]:
        return []

    def extract_references(self, value: Any) -> Any:
        return ()

    def get_comparison_class(self) -> type[MissingComparison]:
        return MissingComparison

    def get_translatable_segments(self, value: Any) -> list[Any]:
        return []

    def restore_translated_segments(self, value: Any, segments: Any) -> Any:
        return value

    def get_block_by_content_path(self, value: Any, path_elements: list[str]) -> BoundBlock:
        return self.bind(value)

    def render(self, value: Any, context: Any = None) -> str:
        return ""

    class Meta:
        icon = "warning"
        label = _lazy("Missing plugin")
