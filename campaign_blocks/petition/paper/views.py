"""Paper signatures of one petition: bring in, look at what would happen, confirm, undo."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from campaign_blocks.petition.admin.buttons import petition_buttons
from campaign_blocks.petition.admin.permissions import user_can_import_paper
from campaign_blocks.petition.desk.page import DeskPage
from campaign_blocks.petition.models import PaperBatch, Petition
from campaign_blocks.petition.models.paper import PaperState
from campaign_blocks.petition.paper import batches
from campaign_blocks.petition.paper.forms import NumberForm, UploadForm
from campaign_blocks.petition.paper.reading import KNOWN

SHOWN = 50
CHECKED_AT_ONCE = 256 * 1024  # bytes; the worker checks longer files


class PaperView(DeskPage):
    permission = user_can_import_paper
    page_title = gettext_lazy("Paper signatures")
    header_icon = "doc-full"
    template_name = "petition/admin/paper/page.html"

    @cached_property
    def petition(self) -> Petition:
        found = Petition.objects.select_related("count")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(upload_form=form), status=422)
        file = form.cleaned_data["file"]
        batch = batches.upload(
            petition=self.petition,
            body=file.read(),
            file_name=file.name,
            note=form.cleaned_data["note"],
            words=form.cleaned_data["words"],
            by=request.user,
        )
        if file.size <= CHECKED_AT_ONCE:
            batches.check_batch(batch)
        return redirect("petition_numbers:paper_batch", batch.pk)

    def get_page_subtitle(self) -> str:
        return self.petition.title

    def get_header_buttons(self) -> list[Any]:
        return petition_buttons(self.petition, self.request.user, but="paper")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = PaperBatch.objects.filter(petition=self.petition).defer("body")
        first = {"words": batches.sheet_words(self.petition)}
        context = {
            "petition": self.petition,
            "upload_form": UploadForm(initial=first),
            "number_form": NumberForm(),
            "batches": rows.select_related("created_by")[:SHOWN],
            "columns": ", ".join(KNOWN),
            **kwargs,
        }
        return super().get_context_data(**context)


@require_POST
def add_number(request: HttpRequest, pk: int) -> HttpResponse:
    if not user_can_import_paper(request.user):
        raise PermissionDenied
    page = PaperView()
    page.setup(request, pk=pk)
    form = NumberForm(request.POST)
    if not form.is_valid():
        return page.render_to_response(page.get_context_data(number_form=form), status=422)
    batches.add_unnamed(petition=page.petition, by=request.user, **form.cleaned_data)
    messages.success(request, _("Added. The public number follows within a few seconds."))
    return redirect("petition_numbers:paper", pk)


class BatchView(DeskPage):
    permission = user_can_import_paper
    page_title = gettext_lazy("Paper signatures")
    header_icon = "doc-full"
    template_name = "petition/admin/paper/batch.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        rows = PaperBatch.objects.defer("body").select_related("petition", "created_by")
        batch = get_object_or_404(rows, pk=pk)
        moving = batch.state in (PaperState.UPLOADED, PaperState.IMPORTING, PaperState.UNDOING)
        answer = self.render_to_response(self.get_context_data(batch=batch, moving=moving))
        if moving:
            answer["Refresh"] = "3"
        return answer


@require_POST
def move(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """One step of a batch: start, drop or undo. A step that came too late changes nothing."""
    if not user_can_import_paper(request.user):
        raise PermissionDenied
    batch = get_object_or_404(PaperBatch.objects.defer("body").select_related("petition"), pk=pk)
    steps: dict[str, Callable[[PaperBatch], bool]] = {
        "start": batches.start,
        "drop": batches.drop,
        "undo": partial(batches.undo, by=request.user),
    }
    if step not in steps:
        raise Http404
    if not steps[step](batch):
        messages.warning(request, _("Nothing was changed: somebody else was quicker."))
    return redirect("petition_numbers:paper_batch", pk)
