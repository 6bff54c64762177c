"""Imports by staff: bring files in, look at what would change, confirm, undo."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from scoreboard.admin.imports.form import ImportForm
from scoreboard.admin.page import AdminPage
from scoreboard.admin.permissions import user_can_import
from scoreboard.models import ImportRun
from scoreboard.services import import_runs
from scoreboard.services.undo_import import undo, undoable

SHOWN = 30


class ImportsView(AdminPage):
    permission = user_can_import
    page_title = gettext_lazy("Imports of people")
    header_icon = "upload"
    template_name = "scoreboard/admin/imports.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=ImportForm()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        run = import_runs.upload(
            files=form.files_read(),
            as_of=form.cleaned_data["as_of"],
            partial=form.cleaned_data["partial"],
            by=request.user,
        )
        import_runs.check(run=run)
        return redirect("scoreboard_imports:run", run.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        runs = ImportRun.objects.select_related("by", "undone_by").defer("report", "problems")
        return super().get_context_data(runs=runs[:SHOWN], **kwargs)


class RunView(AdminPage):
    permission = user_can_import
    page_title = gettext_lazy("Import of people")
    header_icon = "upload"
    template_name = "scoreboard/admin/import_run.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = get_object_or_404(ImportRun.objects.select_related("by", "undone_by"), pk=pk)
        context = self.get_context_data(run=run, can_be_undone=undoable() == run)
        return self.render_to_response(context)


@require_POST
def move(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """One step: confirm, drop or undo. A step that came too late changes nothing."""
    if not user_can_import(request.user):
        raise PermissionDenied
    steps: dict[str, Callable[..., bool]] = {
        "confirm": partial(import_runs.confirm, by=request.user),
        "drop": import_runs.drop,
        "undo": partial(undo, by=request.user),
    }
    if step not in steps:
        raise Http404
    if not steps[step](run=get_object_or_404(ImportRun, pk=pk)):
        messages.warning(request, _("Nothing was changed: somebody else was quicker."))
    return redirect("scoreboard_imports:run", pk)
