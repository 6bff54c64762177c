"""The worker's step: looks when something of the maps changed, draws a few at a time."""

from collections.abc import Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from campaign_blocks.kit import versions
from campaign_blocks.map.models import MapImage
from campaign_blocks.map.pictures.wanted import Wanted, wanted

AT_ONCE = 10
FAMILIES = ("places",)


class Drawing:
    """What is stale is found out once for each version of the records, not once for each run."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}
        self.queue: Iterator[Wanted] = iter(())

    def run(self) -> int:
        """How many were made; 0 when all show what is true."""
        now = versions.read(FAMILIES)
        if now != self.seen:
            self.seen, self.queue = now, iter(stale())
        made = 0
        for one in self.queue:
            make(one)
            made += 1
            if made == AT_ONCE:
                break
        return made


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
