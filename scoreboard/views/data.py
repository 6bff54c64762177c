from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from scoreboard.board import UnknownBill
from scoreboard.export import read_records, write_csv
from scoreboard.views.answers import finish


def open_to_all(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Other sites may read public data; nothing here depends on who asks."""
    response["Access-Control-Allow-Origin"] = "*"
    return finish(request, response)


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    try:
        bill, records = read_records(request.GET)
    except UnknownBill as unknown:
        raise Http404 from unknown
    shown = {"slug": bill.slug, "label": bill.label, "title": bill.title} if bill else None
    body = {"bill": shown, "count": len(records), "legislators": records}
    return open_to_all(request, JsonResponse(body))


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    try:
        _, records = read_records(request.GET)
    except UnknownBill as unknown:
        raise Http404 from unknown
    return open_to_all(request, write_csv(records))
