"""Logos as small files, 4 KB at most: AVIF for dense screens, WebP for browsers before 2023."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import Filter

from campaign_blocks.kit.made import made_for
from campaign_blocks.organizations.models import Organization


class LogoSize(TextChoices):
    SMALL = "small", _("Small")
    MEDIUM = "medium", _("Medium")
    LARGE = "large", _("Large")


BOXES = {LogoSize.SMALL: (112, 56), LogoSize.MEDIUM: (144, 72), LogoSize.LARGE: (176, 88)}


class Shown(Protocol):
    """An organization or the row of one."""

    pk: int
    name: str
    website: str
    logo_id: int | None


class Mark(NamedTuple):
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


def marks(organizations: Iterable[Shown], size: LogoSize) -> list[Mark]:
    """One query for any number; three more where logos must be drawn first."""
    shown = list(organizations)
    logos = [one.logo_id for one in shown if one.logo_id]
    made = made_for(logos, filter_spec__in=filters(size), focal_point_key="") if logos else {}
    files = {logo: {one.filter_spec: one for one in found} for logo, found in made.items()}
    lacking = [one.pk for one in shown if one.logo_id and len(files.get(one.logo_id, ())) < 2]
    fresh = drawn_now(lacking, size) if lacking else {}
    return [fresh.get(one.pk) or mark(one, files.get(one.logo_id or 0), size) for one in shown]


def drawn_now(organization_ids: Iterable[int], size: LogoSize) -> dict[int, Mark]:
    found = Organization.objects.filter(pk__in=organization_ids).with_logos(filters(size))
    return {one.pk: mark(one, draw(one.logo, size), size) for one in found}


def draw(logo: Any, size: LogoSize) -> dict[str, Any] | None:
    """The logo's files by filter, made where they are missing; None for an unreadable original."""
    try:
        made: dict[str, Any] = logo.get_renditions(*parsed(size))
    except OSError:  # SourceImageIOError is one of these
        return None
    return made


def mark(organization: Shown, files: Mapping[str, Any] | None, size: LogoSize) -> Mark:
    if not files:
        return Mark(name=organization.name, website=organization.website)
    avif, webp = (files[words] for words in filters(size))
    return Mark(
        name=organization.name,
        website=organization.website,
        avif=avif.url,
        webp=webp.url,
        width=max(1, round(avif.width / 2)),
        height=max(1, round(avif.height / 2)),
    )
