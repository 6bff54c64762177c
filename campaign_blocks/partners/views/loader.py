from functools import lru_cache
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import condition, require_safe
from rjsmin import jsmin

from campaign_blocks.kit.slots import etag


@lru_cache(maxsize=1)
def source() -> bytes:
    script = files("campaign_blocks.partners") / "static/partners/embed.js"
    return str(jsmin(script.read_text(encoding="utf-8"))).encode()


def version(request: HttpRequest) -> str:
    return etag(source())


@require_safe
@condition(etag_func=version)
def embed_js(request: HttpRequest) -> HttpResponse:
    """One address for ever, since it stands in other people's pages; kept an hour by browsers."""
    response = HttpResponse(source(), content_type="text/javascript; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Cache-Control"] = "public, max-age=3600, stale-while-revalidate=86400"
    return response
