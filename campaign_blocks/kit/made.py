"""Renditions as plain rows: a page shows a hundred, and model objects cost more than the query."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.shortcuts import get_renditions_or_not_found

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage, AbstractRendition

COLUMNS = ("pk", "filter_spec", "focal_point_key", "file", "width", "height")


class Made(NamedTuple):
    """One rendition; `focal_point_key` is what Wagtail calls by that name."""

    pk: int | None
    filter_spec: str
    focal_point_key: str
    file: str
    width: int
    height: int

    @property
    def url(self) -> str:
        storage = rendition_storage()
        base = getattr(storage, "base_url", None)
        return local_address(storage, base, self.file) if base else str(storage.url(self.file))

    @property
    def full_url(self) -> str:
        return f"{settings.BASE_URL}{self.url}" if self.url.startswith("/") else self.url


@lru_cache(maxsize=8192)
def local_address(storage: Any, base: str, name: str) -> str:
    """Where uploads lie in a folder, an address follows from base and name alone."""
    return str(storage.url(name))


@lru_cache(maxsize=1)
def rendition_storage() -> Any:
    return rendition_model()._meta.get_field("file").storage


def rendition_model() -> Any:
    return get_image_model().get_rendition_model()


def made_for(images: Collection[int], **only: Any) -> dict[int, list[Made]]:
    """By image, in one query; `only` narrows as in `filter()`."""
    rows = rendition_model().objects.filter(image__in=images, **only)
    found = defaultdict(list)
    for image, *row in rows.values_list("image_id", *COLUMNS):
        found[image].append(Made(*row))
    return found


def files_of(image: Any, specs: Sequence[str]) -> list[Made]:
    """Wagtail makes what is not at hand, or answers stand-ins for an original that is gone."""
    filters = [filter_of(spec) for spec in specs]
    known = getattr(image, "prefetched_renditions", None)
    rows = known.rows if isinstance(known, Prefetched) else ()
    at_hand = {(one.filter_spec, one.focal_point_key): one for one in rows}
    found = [at_hand.get((one.spec, one.get_cache_key(image))) for one in filters]
    if None in found:
        made = get_renditions_or_not_found(image, filters)
        return [as_made(made[spec]) for spec in specs]
    return found  # type: ignore[return-value]  # nothing is missing


@lru_cache(maxsize=128)
def filter_of(spec: str) -> Filter:
    """Wagtail reads a filter's words slowly: done once per process."""
    return Filter(spec=spec)


def as_made(one: "AbstractRendition") -> Made:
    facts = one.pk, one.filter_spec, one.focal_point_key
    return Made(*facts, one.file.name, one.width, one.height)


class Prefetched:
    """What Wagtail looks through for renditions of one image; objects are made when it does."""

    def __init__(self, image: "AbstractImage", rows: list[Made]) -> None:
        self.image, self.rows = image, rows
        self.objects: list[AbstractRendition] | None = None

    def __iter__(self) -> "Iterator[AbstractRendition]":
        if self.objects is None:
            model = rendition_model()
            self.objects = [model(**row._asdict(), image=self.image) for row in self.rows]
        return iter(self.objects)

    def append(self, rendition: "AbstractRendition") -> None:
        self.objects = [*self, rendition]
