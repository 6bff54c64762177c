"""The list of disposable mail domains: searched, added to by pasting, taken from."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.desk.permissions import user_can_list_domains
from campaign_blocks.petition.models import DisposableDomain
from campaign_blocks.petition.models.disposable_domain import clean_domain
from campaign_blocks.petition.services.domains import add_domains, remove_domains

PER_PAGE = 100
MOST_SHOWN = 5


class PasteForm(forms.Form):
    domains = forms.CharField(
        label=gettext_lazy("Add domains"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=200_000,
        help_text=gettext_lazy("One to a line; a whole list can be pasted. # begins a remark."),
    )

    def clean_domains(self) -> list[str]:
        lines = [line.split("#")[0].strip() for line in self.cleaned_data["domains"].splitlines()]
        found, wrong = [], []
        for number, line in enumerate(lines, 1):
            if not line:
                continue
            try:
                found.append(clean_domain(line))
            except ValidationError:
                wrong.append(f"{number}: {line[:60]}")
        if wrong:
            raise ValidationError(
                _("These lines are no domains such as mailinator.com: {lines}").format(
                    lines=", ".join(wrong[:MOST_SHOWN]) + ("…" if len(wrong) > MOST_SHOWN else "")
                )
            )
        return found


class DomainsView(DeskPage):
    permission = user_can_list_domains
    header_icon = "mail"
    page_title = gettext_lazy("Disposable mail domains")
    template_name = "petition/admin/desk/domains.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=PasteForm()))

    def post(self, request: HttpRequest) -> HttpResponse:
        if "remove" in request.POST:
            gone = remove_domains(names=request.POST.getlist("remove"))
            words = ngettext("{n} domain removed.", "{n} domains removed.", gone)
            messages.success(request, words.format(n=gone))
            return redirect("petition_desk:domains")
        form = PasteForm(request.POST)
        if not form.is_valid():
            answer = self.render_to_response(self.get_context_data(form=form))
            answer.status_code = 422
            return answer
        new = add_domains(names=form.cleaned_data["domains"], by=request.user)  # type: ignore[arg-type]
        words = ngettext("{n} domain added.", "{n} domains added.", new)
        messages.success(request, words.format(n=new))
        return redirect("petition_desk:domains")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wanted = self.request.GET.get("q", "").strip()[:100]
        rows = DisposableDomain.objects.select_related("added_by")
        rows = rows.filter(domain__icontains=wanted) if wanted else rows
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(page=page, wanted=wanted, **kwargs)
