"""Pictures for previews: drawn for this kit, served as static files, without a database row."""

from typing import TYPE_CHECKING

from wagtail.images import get_image_model

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage

SIZES = {1: (1200, 900), 2: (1200, 900), 3: (900, 1125)}


def sample_image(number: int = 1, alt: str = "") -> "AbstractImage":
    """An unsaved image that `draw_picture` shows from `kit/samples/`."""
    width, height = SIZES[number]
    image = get_image_model()(title=alt, width=width, height=height, collection_id=None)
    image.contextual_alt_text = alt
    image.decorative = not alt
    image.sample = f"kit/samples/watched-{number}.png"
    return image
