"""Which share images are stale; the worker draws them."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from campaign_blocks.kit.drawing import Drawing
from campaign_blocks.map.models import MapImage
from campaign_blocks.map.pictures.wanted import Wanted, wanted

FAMILIES = ("places",)


def drawing() -> Drawing[Wanted]:
    return Drawing(FAMILIES, stale, make)


def stale() -> list[Wanted]:
    """Pictures of what is gone are removed on the way."""
    stored = dict(MapImage.objects.values_list("key", "digest"))
    found = []
    for one in wanted():
        if stored.pop(one.key, "") != one.digest:
            found.append(one)
    for key in stored:
        forget(MapImage.objects.get(key=key))
    return found


def make(one: Wanted) -> MapImage:
    """The file first, then the row that names it: no page ever names what is not there."""
    image = MapImage.objects.filter(key=one.key).first() or MapImage(key=one.key)
    oldest = image.former
    image.former, image.digest = image.digest, one.digest
    put(image.path(), one.draw())
    image.save()
    if oldest and oldest not in (image.former, image.digest):
        default_storage.delete(image.path(oldest))
    return image


def put(path: str, content: bytes) -> None:
    """Equal paths hold equal pictures; storages would give a second one another name."""
    if default_storage.exists(path):
        default_storage.delete(path)
    default_storage.save(path, ContentFile(content))


def forget(image: MapImage) -> None:
    for digest in {image.digest, image.former} - {""}:
        default_storage.delete(image.path(digest))
    image.delete()
