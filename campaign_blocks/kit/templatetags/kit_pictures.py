from typing import Any

from django import template

from campaign_blocks.kit.made import Made, files_of
from campaign_blocks.kit.picture_element import draw_picture

register = template.Library()
register.simple_tag(draw_picture)


@register.simple_tag
def picture_file(image: Any, spec: str) -> Made | None:
    """One file of an image, where there is no place for a <picture>."""
    return files_of(image, (spec,))[0] if image else None
