"""Long sections, kept by themselves: publishing a page does not draw 537 lawmakers again.

A block asks for it with `Meta.keep = True` when its HTML depends on nothing but its own value and
place, the record families in `Meta.records`, uploaded files, the language, the site and the
partner's greeting. Sections with links to pages are not kept: those hang on every page.
"""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Site

from campaign_blocks.kit import versions
from campaign_blocks.kit.overlay import current

SECONDS_KEPT = 10 * 60


def kept(
    stored: Any, families: tuple[str, ...], context: Mapping[str, Any], draw: Callable[[], str]
) -> SafeString:
    """The section's HTML from the cache, or drawn and kept. `stored` is its JSON value."""
    request: HttpRequest = context["request"]
    known = versions.of(request)
    overlay = current(context)
    parts = [
        versions.build_name(),
        str(context.get("block_id")),
        str(getattr(context.get("page"), "pk", "")),
        overlay.key if overlay else "",
        known["files"],
        json.dumps(stored, sort_keys=True, cls=DjangoJSONEncoder),
        str(translation.get_language()),
        str(getattr(Site.find_for_request(request), "pk", 0)),
        *(known[family] for family in families),
    ]
    key = "section:" + sha256("\n".join(parts).encode()).hexdigest()
    html = caches["bodies"].get(key)
    if html is None:
        html = str(draw())
        caches["bodies"].set(key, html, SECONDS_KEPT)
    return mark_safe(html)  # noqa: S308  drawn by the block's own template


def may_be_kept(context: Mapping[str, Any] | None) -> bool:
    """Drafts, previews and restricted pages are drawn afresh."""
    return getattr((context or {}).get("request"), "draws_shared_page", False)
