"""The public address of what is being looked at: clean, without parameters."""

from typing import Any

from django.conf import settings


def address_of(context: dict[str, Any] | None) -> str:
    """The address of the page as visitors know it, also while an editor previews it."""
    found = context or {}
    page, request = found.get("page"), found.get("request")
    previewed = getattr(request, "is_preview", False)
    if request is not None and page is not None and not previewed:
        return f"{settings.BASE_URL}{request.path}"
    return str((page.full_url if page is not None else "") or f"{settings.BASE_URL}/")
