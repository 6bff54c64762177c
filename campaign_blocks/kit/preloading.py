"""The records that a page's sections refer to, fetched once per model instead of once per section.

Sections hold ids; the choosers below answer from what was fetched for the whole page.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from wagtail.blocks import Block, ChooserBlock, ListBlock, StreamValue, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from campaign_blocks.kit.made import Prefetched, made_for

Known = dict[type[Model], dict[int, Model]]
known: ContextVar[Known] = ContextVar("preloaded records")

if TYPE_CHECKING:
    from wagtail.blocks import ChooserBlock as Base
else:
    Base = object


class Preloaded(Base):
    def bulk_to_python(self, values: Sequence[int | None]) -> list[Model | None]:
        records = known.get({}).get(self.model_class)
        if records is None:
            return super().bulk_to_python(values)
        return [self.handed_out(records.get(value or 0)) for value in values]

    def handed_out(self, record: Model | None) -> Model | None:
        """A copy for each place: what one section does to a record must not reach another."""
        return copy.copy(record)

    def to_python(self, value: int | None) -> Model | None:
        return self.bulk_to_python([value])[0] if value is not None else None


class ImageChoice(Preloaded, ImageChooserBlock):
    def handed_out(self, record: Any) -> Any:
        """Each copy has renditions of its own, which take the description of their place."""
        twin = copy.copy(record)
        if twin is not None:
            twin.prefetched_renditions = Prefetched(twin, record.prefetched_renditions.rows)
        return twin


class DocumentChoice(Preloaded, DocumentChooserBlock):
    pass


class RecordChoice(Preloaded, ChooserBlock):
    """The base for the choosers that plugins make with a ChooserViewSet."""


def references(block: Block, raw: Any) -> Iterator[tuple[type[Model], int]]:
    """Every (model, id) that preloading choosers below this block will ask for."""
    if isinstance(block, Preloaded):
        if isinstance(raw, int):
            yield block.model_class, raw
    elif isinstance(block, ListBlock):
        for item in raw or ():
            inner = item["value"] if isinstance(item, dict) and "value" in item else item
            yield from references(block.child_block, inner)
    elif isinstance(block, StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from references(child, raw.get(name))


def preload(stream: StreamValue, images: Iterable[int] = ()) -> dict[int, Model]:
    """Turns all sections of a stream into values, with one query per model they refer to.

    `images` are ids wanted besides, by the page itself; answers all images by id.
    """
    wanted: dict[type[Model], set[int]] = defaultdict(set)
    wanted[get_image_model()].update(images)
    for item in stream.raw_data:
        block = stream.stream_block.child_blocks[item["type"]]
        for model, key in references(block, item["value"]):
            wanted[model].add(key)
    found: Known = {model: fetch(model, keys) for model, keys in wanted.items() if keys}
    token = known.set(found)
    try:
        for section in stream:
            section.value  # noqa: B018  turned into a value here, while the records are at hand
    finally:
        known.reset(token)
    return found.get(get_image_model(), {})


def fetch(model: type[Model], keys: set[int]) -> dict[int, Model]:
    rows: Any = model._default_manager.order_by()
    # A model may say what its sections need beside the columns, so that they need not ask again.
    rows = rows.for_sections() if hasattr(rows, "for_sections") else rows
    records: dict[int, Any] = rows.in_bulk(keys)
    if records and model is get_image_model():
        made = made_for(records)
        for key, image in records.items():
            image.prefetched_renditions = Prefetched(image, made[key])
    return records
