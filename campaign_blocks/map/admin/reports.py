"""The queue of what visitors report."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from campaign_blocks.map.admin.desk import DeskPage
from campaign_blocks.map.admin.dismissals import DismissalsView, TakeBackView
from campaign_blocks.map.models import Place, Report, ReportState
from campaign_blocks.map.services.reports import (
    NotOpen,
    accept_correction,
    dismiss,
    make_place,
    restore,
)


class ReportFilter(WagtailFilterSet):
    class Meta:
        model = Report
        fields = ["state", "map", "kind"]


class ReportsView(DeskPage, generic.IndexView):
    """The oldest that waits comes first."""

    permission = "map.view_report"
    any_permission_required = ["view"]
    model = Report
    page_title = _("Reports")
    header_icon = "mail"
    index_url_name = "map_reports:list"
    index_results_url_name = "map_reports:results"
    filterset_class = ReportFilter
    default_ordering = "-created_at"
    paginate_by = 50
    is_searchable = False

    def get_base_queryset(self) -> Any:
        return Report.objects.select_related("map", "kind", "about")

    @property
    def header_buttons(self) -> list[HeaderButton]:
        buttons: list[HeaderButton] = list(super().header_buttons)
        if self.request.user.has_perm("map.change_report"):
            address = reverse("map_reports:dismissals")
            buttons.append(HeaderButton(_now("Dismiss suspects"), url=address, icon_name="bin"))
        return buttons

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "what",
                label=_("Report"),
                accessor=str,
                get_url=lambda report: reverse("map_reports:one", args=[report.pk]),
            ),
            Column("about", label=_("About")),
            Column("city", label=_("City")),
            Column("area", label=_("State")),
            Column("state", label=_("What became of it"), accessor="get_state_display"),
            DateColumn("created_at", label=_("Reported"), sort_key="created_at"),
        ]


class ReportView(DeskPage):
    """One report, and the two buttons that decide on it."""

    permission = "map.change_report"
    header_icon = "mail"
    page_title = _("Report")
    template_name = "map/admin/report.html"

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:  # type: ignore[override]  # read only
        return [{"url": reverse("map_reports:list"), "label": _("Reports")}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = get_object_or_404(Report.objects.select_related("map", "about", "place"), pk=pk)
        near = Place.objects.filter(map=report.map, city__iexact=report.city).exclude(city="")
        context = self.get_context_data(report=report, near=near[:10], waiting=ReportState.WAITING)
        return self.render_to_response(context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = get_object_or_404(Report, pk=pk)
        try:
            return self.decide(request, report)
        except NotOpen:
            messages.warning(request, _now("Somebody has decided on this report already."))
            return redirect("map_reports:one", pk=pk)

    def decide(self, request: HttpRequest, report: Report) -> HttpResponse:
        if "dismiss" in request.POST:
            dismiss(report=report)
            messages.success(request, _now("Dismissed. The address is forgotten."))
            return redirect("map_reports:list")
        if "restore" in request.POST:
            restore(report=report)
            messages.success(request, _now("It waits again. The address in it stays forgotten."))
            return redirect("map_reports:one", pk=report.pk)
        if "accept" in request.POST and report.about_id:
            place = accept_correction(report=report)
            messages.success(request, _now("Accepted. Thanks go out by mail."))
        else:
            place = make_place(report=report, user=request.user)
            words = _now("A place in review. Publish it, and thanks go out by mail.")
            messages.success(request, words)
        return redirect("wagtailsnippets_map_place:edit", place.pk)


urlpatterns = [
    path("", ReportsView.as_view(), name="list"),
    path("results/", ReportsView.as_view(results_only=True), name="results"),
    path("dismissals/", DismissalsView.as_view(), name="dismissals"),
    path("dismissals/<int:pk>/take-back/", TakeBackView.as_view(), name="take_back"),
    path("<int:pk>/", ReportView.as_view(), name="one"),
]
app_name = "map_reports"
