"""The list of signatures. They leave the house by the page of exports alone."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter  # type: ignore[import-untyped]
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from campaign_blocks.petition.admin.finding import (
    CappedPaginator,
    ListedSignatures,
    find,
    in_state,
)
from campaign_blocks.petition.admin.permissions import user_can_export
from campaign_blocks.petition.models import Signature
from campaign_blocks.petition.models.choices import SignatureState

INSPECT = "petition_signature_modeladmin_inspect"


class SignatureFilterSet(WagtailFilterSet):
    """No other field can be asked about: a foreign lookup in the address finds nothing out."""

    state = ChoiceFilter(choices=SignatureState.choices, method="of_state", label=_("State"))

    class Meta:
        model = Signature
        fields = ["petition", "state", "partner", "on_paper"]

    def of_state(self, rows: Any, name: str, value: str) -> Any:
        return in_state(rows.filter(state=value), value)


class SignatureListView(BaseListingView):
    """Newest first, always by the index that the filter leads to; no column can be sorted by."""

    model = Signature
    page_title = _("Signatures")
    header_icon = "group"
    verbose_name_plural = _("signatures")
    filterset_class = SignatureFilterSet
    paginator_class = CappedPaginator
    paginate_by = 50
    is_searchable = True
    index_url_name = "petition_signature_modeladmin_index"
    index_results_url_name = "petition_numbers:signature_results"
    columns = [
        TitleColumn(
            "shown_name", label=_("Name"), get_url=lambda one: reverse(INSPECT, args=[one.pk])
        ),
        Column("email", label=_("E-mail")),
        Column("postal_code", label=_("ZIP or postal code")),
        Column("petition", label=_("Petition")),
        Column("get_state_display", label=_("State")),
        Column("partner", label=_("Partner")),
        DateColumn("created_at", label=_("Signed")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("petition.view_signature"):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> ListedSignatures:
        rows: Any = ListedSignatures(Signature).select_related("petition", "partner")
        order = ("-created_at", "-pk") if self.request.GET.get("petition") else ("-pk",)
        return rows.order_by(*order)

    def search_queryset(self, queryset: Any) -> Any:
        return find(queryset, self.search_query)

    def get_search_form(self) -> SearchForm:
        data = self.request.GET if self.search_kwarg in self.request.GET else None
        return SearchForm(data, placeholder=_("Whole e-mail address, or beginning of a name"))

    def get_header_buttons(self) -> list[HeaderButton]:
        if not user_can_export(self.request.user):
            return []
        chosen = self.request.GET.get("petition", "")
        address = reverse("petition_numbers:exports")
        address += f"?petition={chosen}" if chosen.isdigit() else ""
        return [HeaderButton(_("Export"), url=address, icon_name="download")]
