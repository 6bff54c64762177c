"""Logos as small files, 4 KB at most: AVIF for dense screens, WebP for browsers before 2023."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import Filter

from campaign_blocks.organizations.models import Organization


class LogoSize(TextChoices):
    SMALL = "small", _("Small")
    MEDIUM = "medium", _("Medium")
    LARGE = "large", _("Large")


BOXES = {LogoSize.SMALL: (112, 56), LogoSize.MEDIUM: (144, 72), LogoSize.LARGE: (176, 88)}


@dataclass(frozen=True)
class Mark:
    """What a wall shows of one organization; without picture files the name is the mark."""

    name: str
    website: str = ""
    avif: str = ""
    webp: str = ""
    width: int = 0
    height: int = 0


def filters(size: LogoSize) -> tuple[str, str]:
    width, height = BOXES[size]
    return (
        f"max-{width * 2}x{height * 2}|format-avif|avifquality-45",
        f"max-{width * 3 // 2}x{height * 3 // 2}|format-webp|webpquality-60",
    )


@lru_cache(maxsize=8)
def parsed(size: LogoSize) -> tuple[Filter, ...]:
    """Reading a filter's words costs more than finding its rendition: done once per process."""
    return tuple(Filter(spec=words) for words in filters(size))


def mark(organization: Organization, size: LogoSize) -> Mark:
    """Costs no query when the logos were prefetched with `filters(size)`."""
    plain = Mark(name=organization.name, website=organization.website)
    if organization.logo is None:
        return plain
    try:
        avif, webp = organization.logo.get_renditions(*parsed(size)).values()
    except OSError:  # the original is gone or unreadable: SourceImageIOError is one of these
        return plain
    return Mark(
        name=organization.name,
        website=organization.website,
        avif=avif.url,
        webp=webp.url,
        width=max(1, round(avif.width / 2)),
        height=max(1, round(avif.height / 2)),
    )


def marks(organizations: Iterable[Organization], size: LogoSize) -> list[Mark]:
    return [mark(organization, size) for organization in organizations]
