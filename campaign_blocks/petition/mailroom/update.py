"""The page of one update: preview, trial, queue with a count first, pause, resume, report."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.mailroom.permissions import (
    user_can_send_updates,
    user_can_write_updates,
)
from campaign_blocks.petition.mailroom.previews import send_to_self
from campaign_blocks.petition.mailroom.reports import report_of
from campaign_blocks.petition.models import Update
from campaign_blocks.petition.models.choices import MailKind
from campaign_blocks.petition.services.audience import audience
from campaign_blocks.petition.services.send_sample import sample
from campaign_blocks.petition.services.updates import (
    NotAllowed,
    note_trial,
    pause_update,
    queue_update,
    resume_update,
)


class UpdatePage(DeskPage):
    permission = user_can_write_updates
    header_icon = "mail"
    template_name = "petition/admin/mailroom/update.html"

    def get_update(self) -> Update:
        rows = Update.objects.select_related("petition__page", "created_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("petition_updates:index"), "label": _("Updates to signers")},
        ]


class UpdateView(UpdatePage):
    page_title = gettext_lazy("Update to signers")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        update = self.get_update()
        composed = sample(kind=MailKind.UPDATE, petition=update.petition, own=update)
        return self.render_to_response(
            self.get_context_data(
                update=update,
                composed=composed,
                report=None if update.is_draft else report_of(update),
                may_send=user_can_send_updates(request.user),
            )
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Trial, pause, resume. Queueing has a page of its own, with the count."""
        action = ACTIONS.get(request.POST.get("action", ""))
        if action is None:
            raise Http404
        try:
            action(request, self.get_update())
        except NotAllowed:
            messages.error(request, _("That is not possible any more: it changed meanwhile."))
        return redirect("petition_mail:update", pk=pk)


def try_it(request: HttpRequest, update: Update) -> None:
    composed = sample(kind=MailKind.UPDATE, petition=update.petition, own=update)
    if send_to_self(request, composed, update.petition):
        note_trial(update=update)


def pause(request: HttpRequest, update: Update) -> None:
    demand_sender(request)
    pause_update(update_id=update.pk)
    log(update, "petition.update_pause", user=request.user)
    messages.success(request, _("Paused. What the worker has in hand goes within seconds."))


def resume(request: HttpRequest, update: Update) -> None:
    demand_sender(request)
    resume_update(update_id=update.pk)
    log(update, "petition.update_resume", user=request.user)
    messages.success(request, _("On its way again."))


def demand_sender(request: HttpRequest) -> None:
    if not user_can_send_updates(request.user):
        raise PermissionDenied


ACTIONS: dict[str, Callable[[HttpRequest, Update], None]] = {
    "try": try_it,
    "pause": pause,
    "resume": resume,
}


class QueueView(UpdatePage):
    """Says how many people will get it; then one press."""

    permission = user_can_send_updates
    page_title = gettext_lazy("Queue the update")
    template_name = "petition/admin/mailroom/queue.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        update = self.get_update()
        if not update.is_draft or not update.is_tried:
            messages.error(request, _("Send it to yourself first, and read it in your mailbox."))
            return redirect("petition_mail:update", pk=pk)
        number = audience(update.petition).count()
        context = self.get_context_data(
            update=update,
            subject=sample(kind=MailKind.UPDATE, petition=update.petition, own=update).subject,
            number=number,
            people=number_format(number, force_grouping=True),
            minutes=-(-number // update.pace),
        )
        return self.render_to_response(context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        told = request.POST.get("number", "")
        try:
            update = queue_update(update_id=pk, expected=int(told[:9]) if told.isdecimal() else 0)
        except (NotAllowed, Update.DoesNotExist):
            messages.error(request, _("Send it to yourself first, and read it in your mailbox."))
        else:
            log(update, "petition.update_queue", user=request.user, data={"people": told[:9]})
            messages.success(request, _("On its way. You can pause it on this page."))
        return redirect("petition_mail:update", pk=pk)
