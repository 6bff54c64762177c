from typing import Any

from django import template
from django.template import Context
from wagtail.blocks.stream_block import StreamValue

from campaign_blocks.kit.registry import MISSING
from campaign_blocks.kit.slots import slot as make_slot

register = template.Library()


@register.inclusion_tag("kit/stream.html", takes_context=True)
def campaign_stream(context: Context, stream: StreamValue) -> dict[str, Any]:
    """All sections of a page; sections of missing plugins are left out."""
    sections = [child for child in stream or () if child.block_type != MISSING]
    surroundings: dict[str, Any] = dict(context.flatten())  # type: ignore[arg-type]
    return {**surroundings, "sections": sections}


@register.simple_tag
def slot(name: str, argument: object) -> str:
    return make_slot(name, str(argument))
