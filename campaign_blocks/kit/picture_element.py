"""The <picture> of an image in every size and format, made of the renditions that are at hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from campaign_blocks.kit.made import Made, files_of

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage


@dataclass(frozen=True)
class Shape:
    """How a picture is cut, smallest first, and how wide it stands on the page.

    The last format is the one that every browser shows.
    """

    cuts: tuple[str, ...]
    sizes: str
    formats: tuple[str, ...] = ("avif", "jpeg")

    @cached_property
    def specs(self) -> tuple[str, ...]:
        """Format by format, as Wagtail names its filters."""
        return tuple(f"format-{kind}|{cut}" for kind in self.formats for cut in self.cuts)

    def by_format(self, made: Sequence[Made]) -> list[tuple[str, Sequence[Made]]]:
        each = len(self.cuts)
        return [(kind, made[n * each : (n + 1) * each]) for n, kind in enumerate(self.formats)]


SHAPES = {
    "": Shape(("width-400", "width-800"), "(min-width: 52rem) 44rem, 90vw"),
    "tall": Shape(("fill-400x500", "fill-800x1000"), "(min-width: 52rem) 22rem, 45vw"),
    "wide": Shape(("fill-400x300", "fill-800x600"), "(min-width: 52rem) 40rem, 90vw"),
    "face": Shape(("fill-160x160", "fill-320x320"), "10rem"),
    "opening": Shape(
        ("width-400", "width-800", "width-1200"),
        "(min-width: 60rem) 40vw, 100vw",
        ("avif", "webp", "jpeg"),
    ),
    "poster": Shape(
        ("width-600", "width-1200"),
        "(min-width: 62rem) 60rem, 100vw",
        ("avif", "webp", "jpeg"),
    ),
}


def draw_picture(
    image: Any, shape: str = "", *, alt: str | None = None, css_class: str = ""
) -> SafeString:
    """`alt` replaces the image's own description."""
    if not image:
        return SafeString()
    alt = description(image) if alt is None else alt
    if sample := getattr(image, "sample", ""):
        return tag(static(sample), image.width, image.height, alt, SafeString())
    chosen = SHAPES[shape]
    *better, (_kind, plain) = chosen.by_format(files_of(image, chosen.specs))
    sources = [(srcset(made), chosen.sizes, kind) for kind, made in better]
    more = format_html(' sizes="{}" srcset="{}"', chosen.sizes, srcset(plain))
    if css_class:
        more = format_html('{} class="{}"', more, css_class)
    return format_html(
        "<picture>{}{}</picture>",
        format_html_join("", '<source srcset="{}" sizes="{}" type="image/{}">', sources),
        tag(plain[0].url, plain[0].width, plain[0].height, alt, more),
    )


def tag(address: str, width: int, height: int, alt: str, more: SafeString) -> SafeString:
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}"{} loading="lazy" decoding="async">',
        *(address, width, height, alt, more),
    )


def description(image: "AbstractImage") -> str:
    """What its place says of the image, else what the library does."""
    if getattr(image, "decorative", False):
        return ""
    return str(getattr(image, "contextual_alt_text", "") or image.default_alt_text)


def srcset(made: Sequence[Made]) -> str:
    return ", ".join(f"{one.url} {one.width}w" for one in made)
