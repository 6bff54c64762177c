"""Taking a delivery out of the house, and saying that it was handed over."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin import messages

from campaign_blocks.kit.caching import mark_private
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.letters.delivery import parts_of, read_part
from campaign_blocks.petition.letters.document import draw
from campaign_blocks.petition.letters.hand_over import mark_handed_over, note_download, take_back
from campaign_blocks.petition.letters.rows import csv_lines
from campaign_blocks.petition.letters.staff.permissions import user_can_decide, user_can_download
from campaign_blocks.petition.letters.staff.recipient import OfRecipient
from campaign_blocks.petition.models import HandOver


class DownloadView(OfRecipient):
    """The note is written before the first byte leaves."""

    permission = user_can_download

    def post(self, request: HttpRequest, petition: int, recipient: int) -> HttpResponseBase:
        form, scope = request.POST.get("form", ""), request.POST.get("scope", "")
        if form not in HandOver.Form.values or scope not in HandOver.Scope.values:
            return redirect("petition_letters:recipient", petition, recipient)
        noted = note_download(recipient=self.recipient, form=form, scope=scope, by=request.user)  # type: ignore[arg-type]  # staff only
        return answer(noted, 1)


class PartView(DeskPage):
    """A further part of a download of one's own. What has been handed over is not in it again."""

    permission = user_can_download

    def post(self, request: HttpRequest, pk: int, part: int) -> HttpResponseBase:
        noted = get_object_or_404(of_user(request), pk=pk)
        if not 1 <= part <= parts_of(noted):
            return redirect("petition_letters:index")
        return answer(noted, part)


def of_user(request: HttpRequest) -> QuerySet[HandOver]:
    rows = HandOver.objects.select_related("recipient__petition__page")
    return rows.filter(downloaded_by=request.user.pk)


def answer(noted: HandOver, part: int) -> HttpResponseBase:
    name = f"{slugify(noted.recipient.petition.slug)}-{slugify(noted.recipient.name) or 'letters'}"
    response: HttpResponse | StreamingHttpResponse
    if noted.form == HandOver.Form.CSV:
        response = StreamingHttpResponse(csv_lines(noted), content_type="text/csv; charset=utf-8")
    else:
        response = HttpResponse(draw(read_part(noted, part)), content_type="application/pdf")
        name += f"-{part}" if parts_of(noted) > 1 else ""
    response["Content-Disposition"] = f'attachment; filename="{name}.{noted.form}"'
    return mark_private(response)  # type: ignore[arg-type]  # only headers are set


class MarkView(DeskPage):
    permission = user_can_decide

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        noted = get_object_or_404(HandOver.objects.select_related("recipient"), pk=pk)
        try:
            messages.success(request, self.mark(request, noted))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        recipient = noted.recipient
        return redirect("petition_letters:recipient", recipient.petition_id, recipient.pk)

    def mark(self, request: HttpRequest, noted: HandOver) -> str:
        if request.POST.get("undo"):
            return _("%(n)d letters wait in the pile again.") % {"n": take_back(hand_over=noted)}
        try:
            day = date.fromisoformat(request.POST.get("on", ""))
        except ValueError:
            raise ValidationError(_("Enter the day on which it was handed over.")) from None
        moved = mark_handed_over(hand_over=noted, on=day, by=request.user)  # type: ignore[arg-type]  # staff only
        return _("%(n)d letters are marked as handed over.") % {"n": moved}
