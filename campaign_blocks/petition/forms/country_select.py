from functools import lru_cache
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.identity.countries import ABROAD


class CountrySelect(forms.Select):
    """Its 240 options are drawn once per language: one by one they cost half of a cold page."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = format_html('value="{}"', value or "")
        options = options_in(get_language() or "").replace(chosen, f"{chosen} selected", 1)
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        # Both the options and the mark were escaped when they were made.
        return format_html("<select{}>{}</select>", flatatt(attributes), mark_safe(options))  # noqa: S308


@lru_cache(maxsize=64)
def options_in(language: str) -> str:
    countries = [("", _("United States")), *ABROAD]
    return format_html_join("", '<option value="{}">{}</option>', countries)
