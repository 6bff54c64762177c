from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.mailroom.permissions import user_can_preview
from campaign_blocks.petition.mails.composing import Composed
from campaign_blocks.petition.models import Petition, PetitionMail, Update
from campaign_blocks.petition.models.choices import MailKind
from campaign_blocks.petition.services.send_sample import NotSent, sample, send_sample

SHOWN = (MailKind.CONFIRM, MailKind.REMINDER, MailKind.THANKS, MailKind.ALREADY_SIGNED)


@dataclass(frozen=True)
class Preview:
    kind: MailKind
    composed: Composed
    is_own: bool
    note: str


class PreviewView(DeskPage):
    """Every mail of a petition as signers get it, from what is saved."""

    permission = user_can_preview
    page_title = gettext_lazy("Mails")
    header_icon = "mail"
    template_name = "petition/admin/mailroom/previews.html"

    def get_petition(self) -> Petition:
        return get_object_or_404(Petition.objects.select_related("page"), pk=self.kwargs["pk"])

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        address = reverse("wagtailsnippets_petition_petition:edit", args=[self.kwargs["pk"]])
        return [{"url": address, "label": self.get_petition().title}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        address = reverse("wagtailsnippets_petition_petition:edit", args=[self.kwargs["pk"]])
        return [HeaderButton(_("Change the words"), url=address, icon_name="edit")]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        petition = self.get_petition()
        return self.render_to_response(
            self.get_context_data(petition=petition, previews=previews(petition))
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        petition = self.get_petition()
        found = {one.kind.value: one for one in previews(petition)}
        one = found.get(request.POST.get("kind", ""))
        if one is None:
            raise Http404
        send_to_self(request, one.composed, petition)
        return redirect("petition_mail:mails", pk=pk)


def previews(petition: Petition) -> list[Preview]:
    """Those that are sent come first."""
    own = {row.kind: row for row in petition.mails.all()}
    shown = [preview(kind, petition, own.get(kind)) for kind in SHOWN]
    return sorted(shown, key=lambda one: bool(one.note))


def preview(kind: MailKind, petition: Petition, own: PetitionMail | Update | None) -> Preview:
    composed = sample(kind=kind, petition=petition, own=own)
    return Preview(kind, composed, own is not None, note(kind, petition))


def note(kind: MailKind, petition: Petition) -> str:
    """Why this mail is never sent as things are; empty when it is."""
    waits = petition.confirm_by_mail
    if kind == MailKind.CONFIRM and not waits:
        return _("Not sent: signatures of this petition count at once.")
    if kind == MailKind.REMINDER and not (waits and petition.remind):
        return _("Not sent: this petition does not remind.")
    return ""


def send_to_self(request: HttpRequest, composed: Composed, petition: Petition) -> bool:
    address = getattr(request.user, "email", "")
    if not address:
        messages.error(request, _("Add an email address to your account first."))
        return False
    try:
        send_sample(composed=composed, petition=petition, to=address)
    except NotSent as error:
        messages.error(request, str(error))
        return False
    messages.success(request, _("Sent to %(address)s.") % {"address": address})
    return True
