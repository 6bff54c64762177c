"""Bringing in a file: look at it first, import it, take it back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from campaign_blocks.map.admin.desk import DeskPage
from campaign_blocks.map.admin.import_forms import ImportForm
from campaign_blocks.map.imports.rows import COLUMNS
from campaign_blocks.map.models import ImportRun, ImportState
from campaign_blocks.map.services import ImportRefused, NotUndoable, undo_import
from campaign_blocks.map.services.previewing import NotWaiting, confirm_import, preview_import

SHOWN = 100


class ImportsView(DeskPage):
    permission = "map.add_place"
    header_icon = "upload"
    page_title = _("Import places")
    template_name = "map/admin/imports.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        runs = ImportRun.objects.select_related("map", "made_by").defer("content", "journal")
        known = {"runs": runs[:30], "columns": ", ".join(COLUMNS)}
        context: dict[str, Any] = super().get_context_data(**known, **kwargs)
        return context

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=ImportForm()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        problems = []
        if form.is_valid():
            data = form.cleaned_data
            words = {"file_name": data["file"].name, "text": data["file"].text}
            options = {"map": data["map"], "keep_lookalikes": data["keep_lookalikes"]}
            try:
                run = preview_import(**words, **options, user=request.user)
                return redirect("map_imports:run", pk=run.pk)
            except ImportRefused as refused:
                problems = refused.problems
        more = {"problems": problems[:SHOWN], "number": len(problems)}
        response = self.render_to_response(self.get_context_data(form=form, **more))
        response.status_code = 422
        return response


class RunView(DeskPage):
    permission = "map.add_place"
    header_icon = "upload"
    page_title = _("Import")
    template_name = "map/admin/import_run.html"

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:  # type: ignore[override]  # read only
        return [{"url": reverse("map_imports:list"), "label": _("Import places")}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        runs = ImportRun.objects.select_related("map", "made_by").defer("content")
        return self.render_to_response(self.get_context_data(run=get_object_or_404(runs, pk=pk)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = get_object_or_404(ImportRun, pk=pk)
        steps = {"import": do_import, "drop": drop, "undo": undo}
        step = next((steps[name] for name in steps if name in request.POST), None)
        if step is None:
            raise Http404
        return step(request, run)


def do_import(request: HttpRequest, run: ImportRun) -> HttpResponse:
    try:
        run = confirm_import(run=run)
        words = _now("Imported: %(new)d new, %(changed)d changed.")
        messages.success(request, words % {"new": run.created, "changed": run.updated})
    except NotWaiting:
        messages.warning(request, _now("This file was imported already."))
    except ImportRefused as refused:
        problem = refused.problems[0]
        messages.error(request, _now("Nothing was imported. %(why)s") % {"why": problem})
    return redirect("map_imports:run", pk=run.pk)


def drop(request: HttpRequest, run: ImportRun) -> HttpResponse:
    ImportRun.objects.filter(pk=run.pk, state=ImportState.PREVIEW).delete()
    return redirect("map_imports:list")


def undo(request: HttpRequest, run: ImportRun) -> HttpResponse:
    try:
        done = undo_import(run=run)
        words = _now(
            "Taken back: %(gone)d removed, %(back)d as they were. %(kept)d changed since and kept."
        )
        counted = {"gone": done.removed, "back": done.restored, "kept": done.kept}
        messages.success(request, words % counted)
    except NotUndoable:
        messages.warning(request, _now("This import was taken back already."))
    return redirect("map_imports:run", pk=run.pk)


urlpatterns = [
    path("", ImportsView.as_view(), name="list"),
    path("<int:pk>/", RunView.as_view(), name="run"),
]
app_name = "map_imports"
