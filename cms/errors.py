"""Error pages in the site's look. None of them asks the database, which may be the trouble."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger("campaign.errors")


PLAIN = (
    "<!DOCTYPE html><title>Error</title><p>Something went wrong here. Please try again later.</p>"
)


def error_page(template: str, status: int) -> HttpResponse:
    try:
        content = render_to_string(template)
    except Exception:  # the look itself may be what broke (static files not collected, say)
        log.exception("the error page could not be drawn")
        content = PLAIN
    response = HttpResponse(content, status=status)
    response["Cache-Control"] = "no-store"
    return response


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page("403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page("500.html", 500)


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")
