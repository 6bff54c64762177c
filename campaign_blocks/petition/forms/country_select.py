from functools import lru_cache
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from campaign_blocks.petition.identity.country_words import COUNTRY_NAMES


class CountrySelect(forms.Select):
    """Its 240 options are drawn once per language: one by one they cost half of a cold page."""

    def __init__(self, home: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.home = home

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        given = "" if value == self.home else value or ""
        chosen = format_html('value="{}"', given)
        options = options_in(get_language() or "", self.home)
        options = options.replace(chosen, f"{chosen} selected", 1)
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        # Both the options and the mark were escaped when they were made.
        return format_html("<select{}>{}</select>", flatatt(attributes), mark_safe(options))  # noqa: S308


@lru_cache(maxsize=64)
def options_in(language: str, home: str) -> str:
    """The petition's own country first, as the answer of everybody who chooses none."""
    abroad = [(code, name) for code, name in COUNTRY_NAMES.items() if code != home]
    abroad.sort(key=lambda country: sort_key(str(country[1])))
    countries = [("", COUNTRY_NAMES.get(home, home)), *abroad]
    return format_html_join("", '<option value="{}">{}</option>', countries)


def sort_key(name: str) -> str:
    """Åland beside Albania, not after Zimbabwe."""
    return name.casefold().translate(str.maketrans("åçéüö", "aceuo"))
