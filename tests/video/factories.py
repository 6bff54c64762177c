from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"


def document(name="film.mp4", data=bytes(range(256)) * 4, **values):
    file = ContentFile(data, name=name)
    return get_document_model().objects.create(title=name, file=file, **values)


def captions():
    return document("film.vtt", VTT)
