"""The demo's pictures, logos and film in Wagtail's image and document libraries."""

import io
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from PIL import Image as Pillow
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from home.demo.art.catalogue import PICTURES, Picture
from home.demo.art.marks import MARKS
from home.demo.art.wordmarks import draw
from home.demo.records import Records

COLLECTION = "Demo campaign"
MEDIA = Path(__file__).parent / "media"
FILM = "regulation-is-not-enough"
DOCUMENTS = {
    "film": ("Film: Regulation is not enough", f"{FILM}.mp4"),
    "captions": ("Captions: Regulation is not enough", f"{FILM}.vtt"),
}


@transaction.atomic
def build_library(records: Records, names: dict[str, str]) -> None:
    """`names` are the organizations' names by slug."""
    collection = demo_collection()
    stored = {
        image.title: image.pk for image in get_image_model().objects.filter(collection=collection)
    }
    for picture in PICTURES:
        records.alts[picture.name] = picture.alt
        records.images[picture.name] = stored.get(picture.title) or _picture(
            picture, collection, records
        )
    for slug, name in names.items():
        title = f"Logo: {name}"
        records.logos[slug] = stored.get(title) or _logo(slug, title, collection, records)
    _documents(collection, records)


def demo_collection() -> Collection:
    root = Collection.get_first_root_node()
    found: Collection | None = root.get_children().filter(name=COLLECTION).first()
    return found or root.add_child(name=COLLECTION)


def _picture(picture: Picture, collection: Collection, records: Records) -> int:
    data = png(picture.draw(), colours=32)
    return _image(f"demo-{picture.name}.png", picture.title, picture.alt, data, collection, records)


def _logo(slug: str, title: str, collection: Collection, records: Records) -> int:
    data = png(draw(MARKS[slug]), colours=16)
    name = title.removeprefix("Logo: ")
    return _image(f"demo-logo-{slug}.png", title, name, data, collection, records)


def png(picture: Pillow.Image, colours: int) -> bytes:
    """Few flat inks: a palette keeps the files small."""
    data = io.BytesIO()
    few = picture.convert("RGB").quantize(colours, dither=Pillow.Dither.NONE)
    few.save(data, "PNG")
    return data.getvalue()


def _image(
    file_name: str, title: str, alt: str, data: bytes, collection: Collection, records: Records
) -> int:
    image = get_image_model()(
        title=title,
        description=alt,
        collection=collection,
        file=ImageFile(io.BytesIO(data), name=file_name),
    )
    image.file_size = len(data)
    image.save()
    records.note(f"image {title}")
    return int(image.pk)


def _documents(collection: Collection, records: Records) -> None:
    model = get_document_model()
    for key, (title, file_name) in DOCUMENTS.items():
        found = model.objects.filter(collection=collection, title=title).first()
        if found is None:
            data = ContentFile((MEDIA / file_name).read_bytes(), name=file_name)
            found = model(title=title, collection=collection, file=data)
            found.save()
            records.note(f"document {title}")
        records.documents[key] = found.pk
