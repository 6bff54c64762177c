from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from campaign_blocks.kit import slots


class SlotMiddleware:
    """Fills the slots of every HTML answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.streaming and slots.MARK in response.content:
            response.content = slots.fill(response.content, request)
            if response.has_header("Content-Length"):
                response["Content-Length"] = str(len(response.content))
        return response
