from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.mailroom.permissions import user_can_lift
from campaign_blocks.petition.models import Suppression


class AddressForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("Email address"),
        help_text=gettext_lazy("Only a fingerprint of it is stored, so you have to type it."),
    )


class StoppedView(DeskPage):
    """Why a mailbox gets nothing, and letting it get mail again when its owner asks for it."""

    permission = user_can_lift
    page_title = gettext_lazy("Stopped mailboxes")
    header_icon = "mail"
    breadcrumbs_items: list[dict[str, Any]] = []
    template_name = "petition/admin/mailroom/stopped.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=AddressForm()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = AddressForm(request.POST)
        if not form.is_valid():
            answer = self.render_to_response(self.get_context_data(form=form))
            answer.status_code = 422
            return answer
        found = Suppression.objects.filter(fingerprint=fingerprint(form.cleaned_data["email"]))
        if "lift" in request.POST:
            lifted = found.delete()[0]
            words = _("It can get mail again.") if lifted else _("It was not stopped.")
            messages.success(request, words)
            return redirect("petition_mail:stopped")
        context = self.get_context_data(form=form, asked=True, found=found.first())
        return self.render_to_response(context)
