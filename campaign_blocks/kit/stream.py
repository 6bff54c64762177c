"""The stream of a campaign page: filled from the plugin door, losing nothing it cannot read."""

import json
import threading
from collections.abc import Iterable
from typing import Any

from wagtail.blocks import Block, StreamBlock
from wagtail.blocks.stream_block import StreamValue

from campaign_blocks.kit.missing import MissingBlock
from campaign_blocks.kit.registry import MISSING, campaign_blocks

# Wagtail switches "required" off and on again on block objects that all threads share.
validating = threading.RLock()


class Blocks(dict[str, Block]):
    """Block types by name; an unknown name answers the stand-in, so a stale form is refused."""

    def __missing__(self, name: str) -> Block:
        return self[MISSING]


class CampaignStreamBlock(StreamBlock):
    child_blocks: dict[str, Block]

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        blocks = campaign_blocks()
        limits = {
            name: {"max_num": block.meta.page_limit}
            for name, block in blocks.items()
            if hasattr(block.meta, "page_limit")
        }
        children = [*blocks.items(), (MISSING, MissingBlock())]
        super().__init__(children, block_counts=limits, **kwargs)
        self.child_blocks = Blocks(self.child_blocks)

    def to_python(self, value: Any) -> StreamValue:
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                return self.empty_value(raw_text=value)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            value = [self.wrap(item) for item in value]
        return super().to_python(value)

    def bulk_to_python(self, values: Iterable[list[dict[str, Any]]]) -> list[StreamValue]:
        return super().bulk_to_python([[self.wrap(item) for item in items] for items in values])

    def wrap(self, item: dict[str, Any]) -> dict[str, Any]:
        """An item of an unknown type becomes a stand-in whose value is the whole stored item."""
        if item["type"] == MISSING:
            item = item["value"]
        if item["type"] in self.child_blocks:
            return item
        return {"type": MISSING, "value": item, "id": item.get("id")}

    def get_prep_value(self, value: Any) -> list[dict[str, Any]]:
        return [self.unwrap(item) for item in super().get_prep_value(value)]

    def unwrap(self, item: dict[str, Any]) -> dict[str, Any]:
        if item["type"] != MISSING:
            return item
        return {**item["value"], "id": item["id"]}

    def clean(self, value: StreamValue) -> StreamValue:
        with validating:
            return super().clean(value)

    def clean_deferred(self, value: StreamValue) -> StreamValue:
        with validating:
            return super().clean_deferred(value)

    def get_api_representation(self, value: StreamValue, context: Any = None) -> list[Any]:
        items = super().get_api_representation(value, context)
        return [item for item in items if item["type"] != MISSING]
