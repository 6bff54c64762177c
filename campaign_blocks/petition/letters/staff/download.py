"""Taking a delivery out of the house, and saying that it was handed over."""

from datetime import date

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin import messages

from campaign_blocks.kit.caching import mark_private
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.letters.delivery import parts_of, read_part
from campaign_blocks.petition.letters.document import draw
from campaign_blocks.petition.letters.hand_over import (
    fetchable,
    mark_handed_over,
    note_part,
    take_back,
    take_letters,
)
from campaign_blocks.petition.letters.rows import csv_lines
from campaign_blocks.petition.letters.staff.permissions import user_can_decide, user_can_download
from campaign_blocks.petition.letters.staff.recipient import RecipientView
from campaign_blocks.petition.models import HandOver


class DownloadView(RecipientView):
    """A reason, and a fresh login, as any export asks them."""

    permission = user_can_download
    http_method_names = ["post"]

    def post(self, request: HttpRequest, petition: int, recipient: int) -> HttpResponseBase:
        form = self.download_form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        data = form.cleaned_data
        facts = {name: data[name] for name in ("form", "scope", "reason")}
        return answer(take_letters(recipient=self.recipient, by=request.user, **facts), 1)  # type: ignore[arg-type]  # staff only


class PartView(DeskPage):
    """A further part of a download of one's own. What has been handed over is not in it again."""

    permission = user_can_download

    def post(self, request: HttpRequest, pk: int, part: int) -> HttpResponseBase:
        mine = fetchable(by=request.user)
        rows = mine.select_related("recipient__petition__page", "export__user")
        noted = get_object_or_404(rows, pk=pk)
        if not 1 <= part <= parts_of(noted):
            return redirect("petition_letters:index")
        note_part(hand_over=noted)
        return answer(noted, part)


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
