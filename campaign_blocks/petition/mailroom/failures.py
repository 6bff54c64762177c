from typing import Any

from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.mailroom.permissions import user_can_requeue
from campaign_blocks.petition.models.choices import MailKind, OutboxState
from campaign_blocks.petition.models.outbox import OutboxQuerySet
from campaign_blocks.petition.services.requeue import requeue, requeueable

MOST_GROUPS = 100
GROUP = ("signature__petition", "kind", "state", "error")


class FailuresView(DeskPage):
    """What failed, by cause; a cause that was mended is sent again with one press."""

    permission = user_can_requeue
    page_title = gettext_lazy("Failed mail")
    template_name = "petition/admin/mailroom/failures.html"

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": reverse("petition_mail:outbox"), "label": _("Outbox")}]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(groups=groups()))

    def post(self, request: HttpRequest) -> HttpResponse:
        number = requeue(rows=chosen(request.POST))
        words = ngettext(
            "%(number)s mail is queued again.", "%(number)s mails are queued again.", number
        )
        messages.success(request, words % {"number": f"{number:,}"})
        return redirect("petition_mail:failures")


def groups() -> list[dict[str, Any]]:
    rows = requeueable().values(*GROUP, "signature__petition__title")
    found = rows.annotate(number=Count("pk"), latest=Max("created_at")).order_by("-number")
    return [
        {
            **row,
            "petition": row["signature__petition"],
            "title": row["signature__petition__title"],
            "kind_label": MailKind(row["kind"]).label,
            "state_label": OutboxState(row["state"]).label,
        }
        for row in found[:MOST_GROUPS]
    ]


def chosen(posted: Any) -> OutboxQuerySet:
    """One group, named by all its parts; nothing when a part is missing or is not known."""
    petition = posted.get("petition", "")
    if not petition.isdecimal() or not {"kind", "state", "error"} <= posted.keys():
        return requeueable().none()
    return requeueable().filter(
        signature__petition=int(petition[:18]),
        kind=posted["kind"],
        state=posted["state"],
        error=posted["error"],
    )
