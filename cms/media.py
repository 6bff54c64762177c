from posixpath import normpath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# Documents pass through Wagtail, which asks who may read them; originals hold what a camera wrote.
CLOSED = {"documents", "original_images"}


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Uploads where no proxy serves them: pictures as visitors see them, and nothing else."""
    folder = normpath(path).strip("/").partition("/")[0]
    if folder.casefold() in CLOSED:  # some file systems know no capitals
        raise Http404
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
