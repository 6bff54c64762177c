from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.public_names.filtering import FilterForm
from campaign_blocks.petition.public_names.permissions import user_can_moderate
from campaign_blocks.petition.services.show_publicly import keep_out, let_through

PER_PAGE = 50
DOING = {"let_through": let_through, "keep_out": keep_out}


class PublicNamesView(DeskPage):
    """First names and cities that signers want to have shown: none is, before somebody looked."""

    permission = staticmethod(user_can_moderate)
    template_name = "petition/admin/public_names/list.html"
    page_title = _("Public names")
    header_icon = "view"
    http_method_names = ("get", "head", "post")

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        do = DOING.get(request.POST.get("do", ""))
        ids = [int(raw) for raw in request.POST.getlist("ids") if raw.isascii() and raw.isdecimal()]
        ids = [pk for pk in ids if pk < 2**63]
        if do is None or not ids:
            messages.warning(request, _("Tick the names that you mean, then choose what to do."))
        else:
            changed = do(ids=ids, user=request.user)
            words = ngettext("%(n)d name changed.", "%(n)d names changed.", changed)
            messages.success(request, words % {"n": changed})
        return redirect(request.get_full_path())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = FilterForm(self.request.GET or None)
        found = Paginator(form.rows().select_related("petition"), PER_PAGE)
        page = found.get_page(self.request.GET.get("page"))
        kept = self.request.GET.copy()
        kept.pop("page", None)
        return super().get_context_data(
            form=form, look=form.chosen(), page=page, query=kept.urlencode(), **kwargs
        )
