"""Staff take with them what one person agreed to; who did it stays on record."""

import uuid

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from campaign_blocks.kit.caching import private_page
from campaign_blocks.petition.admin.permissions import user_can_export
from campaign_blocks.petition.models import ExportLog, Signature
from campaign_blocks.petition.models.exports import ExportEvent
from campaign_blocks.petition.rights.agreed import as_csv, as_rows


@require_POST
@private_page
def agreed_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    if not user_can_export(request.user):
        raise PermissionDenied
    rows = Signature.objects.select_related("petition", "partner")
    signature = get_object_or_404(rows, pk=pk)
    note(request, signature, kind)
    answer: HttpResponse = JsonResponse({"agreed_to": as_rows(signature)})
    if kind == "csv":
        answer = HttpResponse(as_csv(signature), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="consents-{pk}.{kind}"'
    return answer


def note(request: HttpRequest, signature: Signature, kind: str) -> None:
    ExportLog.objects.create(
        export=uuid.uuid4(),
        event=ExportEvent.FETCHED,
        user_id=request.user.pk,
        username=request.user.get_username(),
        filter={"signature": signature.pk},
        format=kind,
        rows=1,
        reason="what one person agreed to",
    )
