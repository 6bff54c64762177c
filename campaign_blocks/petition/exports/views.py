"""The page of exports, and the one way to a file."""

import gzip
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from campaign_blocks.petition.admin.permissions import user_can_export
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.exports.asking import (
    AT_ONCE,
    ask,
    how_many,
    log_export,
    take_at_once,
)
from campaign_blocks.petition.exports.choosing import chosen
from campaign_blocks.petition.exports.forms import ExportForm
from campaign_blocks.petition.exports.writing import LARGEST_XLSX, csv_stream, xlsx_bytes
from campaign_blocks.petition.models import Export, ExportChunk, ExportLog
from campaign_blocks.petition.models.exports import LIFE, ExportEvent, ExportFormat, ExportState

MINE, LOG_LINES = 10, 30
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ExportsView(DeskPage):
    permission = user_can_export
    page_title = gettext_lazy("Export signatures")
    header_icon = "download"
    template_name = "petition/admin/exports/page.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        form = ExportForm(user=request.user, initial={"petition": request.GET.get("petition")})
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form = ExportForm(request.POST, user=request.user)
        rows = how_many(form.choice()) if form.is_valid() else 0
        if form.is_valid() and not rows:
            form.add_error(None, _("Nobody fits this choice. Widen it."))
        if not form.is_valid() or too_long_for_xlsx(form, rows):
            return self.render_to_response(self.get_context_data(form=form), status=422)
        facts = {"user": request.user, "choice": form.choice(), "kind": form.cleaned_data["format"]}
        facts["reason"] = form.cleaned_data["reason"]
        if rows <= AT_ONCE:
            return whole_file(take_at_once(rows=rows, **facts), form)
        ask(**facts)
        messages.success(request, _("The file is being made. It appears below when it is ready."))
        return redirect("petition_numbers:exports")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = Export.objects.filter(user=self.request.user.pk).exclude(
            state=ExportState.FETCHED, made_at=None
        )
        log = ExportLog.objects.all()[:LOG_LINES]
        return super().get_context_data(mine=mine[:MINE], log=log, **kwargs)


def too_long_for_xlsx(form: ExportForm, rows: int) -> bool:
    """Counted exactly only where it matters."""
    if form.cleaned_data["format"] != ExportFormat.XLSX or rows <= AT_ONCE:
        return False
    if chosen(form.choice())[: LARGEST_XLSX + 1].count() <= LARGEST_XLSX:
        return False
    form.add_error("format", _("Excel files hold 100,000 signatures at most. Choose CSV."))
    return True


def whole_file(export: Export, form: ExportForm) -> HttpResponseBase:
    rows = chosen(form.choice())
    if export.format == ExportFormat.XLSX:
        return as_download(HttpResponse(xlsx_bytes(rows), content_type=XLSX), export)
    return as_download(StreamingHttpResponse(csv_stream(rows, export.format)), export)


def as_download(answer: HttpResponseBase, export: Export) -> HttpResponseBase:
    if export.format != ExportFormat.XLSX:
        answer["Content-Type"] = "text/csv; charset=utf-8"
    answer["Content-Disposition"] = f'attachment; filename="{export.file_name}"'
    answer["Cache-Control"] = "no-store, private"
    return answer


@require_POST
@never_cache
def fetch(request: HttpRequest, pk: Any) -> HttpResponseBase:
    """Once, within a day, by whoever asked for it; for everybody else there is no such file."""
    if not user_can_export(request.user):
        raise PermissionDenied
    ready = Export.objects.filter(pk=pk, user=request.user.pk, state=ExportState.READY)
    ready = ready.filter(made_at__gte=timezone.now() - LIFE)
    export = ready.select_related("user").first()
    if export is None or not ready.update(state=ExportState.FETCHED):
        raise Http404
    log_export(export, ExportEvent.FETCHED)
    return as_download(StreamingHttpResponse(pieces(export), content_type=XLSX), export)


def pieces(export: Export) -> Iterator[bytes]:
    """The pieces are gone when the last has left."""
    numbers = list(export.chunks.order_by("number").values_list("pk", flat=True))
    for number in numbers:
        yield gzip.decompress(ExportChunk.objects.get(pk=number).body)
    ExportChunk.objects.filter(export=export).delete()
