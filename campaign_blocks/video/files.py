"""Which uploaded documents can be played or read as captions, and where they are served."""

from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from wagtail.documents.models import AbstractDocument

VIDEO_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}
CAPTION_TYPES = {"vtt": "text/vtt; charset=utf-8"}
PLAYABLE = VIDEO_TYPES | CAPTION_TYPES


def extension(document: "AbstractDocument") -> str:
    return str(document.file_extension).lower()


def is_video(document: "AbstractDocument") -> bool:
    return extension(document) in VIDEO_TYPES


def is_captions(document: "AbstractDocument") -> bool:
    return extension(document) in CAPTION_TYPES


def address(document: "AbstractDocument") -> str:
    """Our own address: unlike the documents' one it answers byte ranges."""
    return reverse("video:file", args=[document.pk, document.filename])
