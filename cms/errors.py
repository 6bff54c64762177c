"""Error pages in the site's look; the worst of them asks nothing of a database that may be away."""

import logging
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger("campaign.errors")

RETRY_AFTER = 30  # seconds
PLAIN = "<!DOCTYPE html><title>Error</title><p>Something went wrong. Please try again later.</p>"


def error_page(template: str, status: int, request: HttpRequest | None = None) -> HttpResponse:
    """With the frame of the request's site where a request is given, else with a neutral one."""
    context = {} if request else {"frame": {"name": settings.WAGTAIL_SITE_NAME, "home_url": "/"}}
    content: str
    try:
        content = render_to_string(template, context, request)
    except Exception:  # the look itself may be what broke (static files not collected, say)
        log.exception("the error page could not be drawn")
        content = PLAIN
    response = HttpResponse(content, status=status)
    response["Cache-Control"] = "no-store"
    return response


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page("403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page("404.html", 404, request)


def server_error(request: HttpRequest) -> HttpResponse:
    """A database that is away comes back: that is a pause, not a fault of ours."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        response = error_page("503.html", 503)
        response["Retry-After"] = str(RETRY_AFTER)
        return response
    return error_page("500.html", 500)


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")
