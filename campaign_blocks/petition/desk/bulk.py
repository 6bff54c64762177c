from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import registry

from campaign_blocks.petition.criteria import words
from campaign_blocks.petition.desk.bulk_form import BulkForm
from campaign_blocks.petition.desk.fraud import finding_or_404
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.desk.permissions import (
    user_can_change_in_bulk,
    user_can_see_bulk,
)
from campaign_blocks.petition.models import BulkAction
from campaign_blocks.petition.models.bulk_action import BulkKind, BulkState
from campaign_blocks.petition.services import bulk_changes

SAMPLE = 20
PER_PAGE = 25
STEPS = {
    "start": bulk_changes.start,
    "cancel": bulk_changes.cancel,
    "undo": bulk_changes.undo,
}


class BulkList(DeskPage):
    permission = user_can_see_bulk
    header_icon = "list-ul"
    page_title = gettext_lazy("Bulk changes")
    template_name = "petition/admin/desk/bulk_list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = BulkAction.objects.select_related("by").order_by("-pk")
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
        may_change = user_can_change_in_bulk(request.user)
        return self.render_to_response(self.get_context_data(page=page, may_change=may_change))


class BulkNew(DeskPage):
    """A GET may bring a finding of the fraud desk; nothing is done before it is counted."""

    permission = user_can_change_in_bulk
    header_icon = "list-ul"
    page_title = gettext_lazy("Hold, invalidate or restore signatures")
    template_name = "petition/admin/desk/bulk_new.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        first: dict[str, Any] = {"kind": BulkKind.HOLD}
        if pk := request.GET.get("finding"):
            first |= finding_or_404(pk).criteria
        for name in ("since", "until"):
            first[name] = parse_datetime(first[name]) if first.get(name) else None
        return self.render_to_response(self.get_context_data(form=BulkForm(initial=first)))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BulkForm(request.POST)
        if form.is_valid():
            action = bulk_changes.preview(
                kind=BulkKind(form.cleaned_data["kind"]),
                criteria=form.criteria(),
                reason=form.cleaned_data["reason"],
                by=request.user,  # type: ignore[arg-type]  # staff only
            )
            return redirect("petition_desk:bulk_action", pk=action.pk)
        answer = self.render_to_response(self.get_context_data(form=form))
        answer.status_code = 422
        return answer


class BulkDetail(DeskPage):
    permission = user_can_see_bulk
    header_icon = "list-ul"
    template_name = "petition/admin/desk/bulk_action.html"

    def get_page_title(self) -> str:
        return _("Bulk change {number}").format(number=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        action = get_object_or_404(BulkAction.objects.select_related("by"), pk=pk)
        sample = bulk_changes.touched(action).select_related("petition").order_by("-pk")
        is_ahead = action.state == BulkState.PREVIEWED
        log = registry.get_logs_for_instance(action).select_related("user", "content_type")
        return self.render_to_response(
            self.get_context_data(
                action=action,
                words=words(action.criteria),
                sample=list(sample[:SAMPLE]) if is_ahead else [],
                may_change=user_can_change_in_bulk(request.user),
                log=log.order_by("-timestamp", "-pk"),
                log_heading=_("Log"),
            )
        )


class BulkStep(DeskPage):
    """Starts, stops or undoes."""

    permission = user_can_change_in_bulk
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, step: str) -> HttpResponse:
        if not user_can_see_bulk(request.user):
            raise PermissionDenied
        action = get_object_or_404(BulkAction, pk=pk)
        try:
            STEPS[step](action=action, by=request.user)  # type: ignore[arg-type]  # staff only
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("petition_desk:bulk_action", pk=pk)
