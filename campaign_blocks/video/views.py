from typing import Any

from django.core.files.storage import FileSystemStorage
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model

from campaign_blocks.video.files import PLAYABLE, extension
from campaign_blocks.video.ranges import Unsatisfiable, part, requested

CACHING = "public, max-age=86400"


@require_safe
def file(request: HttpRequest, document_id: int, filename: str) -> HttpResponseBase:
    """A public video or captions file; a private one does not exist here."""
    document = get_object_or_404(get_document_model(), pk=document_id)
    kind = PLAYABLE.get(extension(document))
    if not kind or document.filename != filename:
        raise Http404
    if document.collection.get_view_restrictions().exists():
        raise Http404
    if not isinstance(document.file.storage, FileSystemStorage):
        return HttpResponseRedirect(document.file.url)
    response = send(document.file, kind, request.headers.get("Range", ""))
    response["Cache-Control"] = CACHING
    return response


def send(stored: Any, kind: str, asked: str) -> HttpResponseBase:
    """The whole file, or the part of it that a player asked for."""
    try:
        size = stored.size
        wanted = requested(asked, size)
    except FileNotFoundError as error:
        raise Http404 from error
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = {"Accept-Ranges": "bytes"}
    if wanted is None:
        return FileResponse(stored.open("rb"), content_type=kind, headers=headers)
    start, end = wanted
    headers |= {
        "Content-Range": f"bytes {start}-{end}/{size}",
        "Content-Length": str(end - start + 1),
    }
    return StreamingHttpResponse(
        part(stored.open("rb"), start, end), status=206, content_type=kind, headers=headers
    )
