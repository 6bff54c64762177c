"""Making a picture and putting it where its address says."""

from contextlib import ExitStack
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from scoreboard.models import ShareImage
from scoreboard.models.share_image import TALL as TALL_NAME
from scoreboard.pictures.card import TALL, WIDE, bill_card, person_card
from scoreboard.pictures.facts import PersonFacts
from scoreboard.pictures.wanted import Wanted


def make(one: Wanted) -> ShareImage:
    """The files first, then the row that names them: no page ever names what is not there."""
    key = {"bill_id": one.bill_id, "legislator_id": one.legislator_id}
    image = ShareImage.objects.filter(**key).first() or ShareImage(**key)
    old_name, old = image.name, (image.digest, image.former)
    image.name, image.digest, image.former = one.name, one.digest, old[0]
    image.alt = one.facts.alt[:500]
    draw(one, image)
    image.save()
    for digest in old[1:] if old_name == one.name else old:
        forget(old_name, digest, keep=one.digest)
    return image


def draw(one: Wanted, image: ShareImage) -> None:
    if not isinstance(one.facts, PersonFacts):
        put(image.path(), bill_card(one.facts))
        return
    for kind, size in (("", WIDE), (TALL_NAME, TALL)):
        with ExitStack() as stack:
            photo = open_photo(one.facts.photo, stack)
            put(image.path(kind), person_card(one.facts, photo, size))


def open_photo(name: str, stack: ExitStack) -> IO[bytes] | None:
    """A lost file is a picture without a photo, not a worker that stops."""
    if not name:
        return None
    try:
        return stack.enter_context(default_storage.open(name))
    except OSError:
        return None


def put(path: str, content: bytes) -> None:
    """Equal paths hold equal pictures; storages would give a second one another name."""
    if default_storage.exists(path):
        default_storage.delete(path)
    default_storage.save(path, ContentFile(content))


def forget(name: str, digest: str, keep: str) -> None:
    if digest and digest != keep:
        for kind in ("", TALL_NAME):
            default_storage.delete(ShareImage(name=name).path(kind, digest))
