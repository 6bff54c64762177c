"""The greeting that a partner's landing page lays over a campaign page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """`key` names one version of the greeting; `kind_id` is the partner page's record."""

    key: str
    organization_id: int
    kind_id: int
    name: str
    headline: str
    text: str
    logo_url: str = ""
    logo_width: int = 0
    logo_height: int = 0
    privacy_url: str = ""
    home_path: str = ""


def current(context: Mapping[str, Any] | None) -> Overlay | None:
    found = (context or {}).get("overlay")
    return found if isinstance(found, Overlay) else None
