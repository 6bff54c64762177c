from django.db import Error, connection
from django.http import HttpRequest, JsonResponse

from campaign_blocks.kit.caching import mark_private


def healthz(request: HttpRequest) -> JsonResponse:
    """The process is up; asks nothing of anybody."""
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers; 503 otherwise, so that a balancer looks elsewhere."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        response = JsonResponse({"status": "no database"}, status=503)
        response["Retry-After"] = "30"
    else:
        response = JsonResponse({"status": "ok"})
    mark_private(response)
    return response
