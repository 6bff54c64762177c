from django.http import Http404, HttpRequest, HttpResponse

from home.brand import palette
from home.frame import frame_of


def brand_stylesheet(request: HttpRequest, digest: str) -> HttpResponse:
    """The site's own colours as custom properties; its name changes with them."""
    frame = frame_of(request)
    if frame is None or frame.brand_digest != digest:
        raise Http404
    response = HttpResponse(palette(*frame.colours).css(), content_type="text/css")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
