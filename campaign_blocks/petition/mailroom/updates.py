"""Writing updates: the list, the form, deleting a draft."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from campaign_blocks.petition.models import Update
from campaign_blocks.petition.services.updates import locked


class UpdateIndexView(generic.IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("petition")

    def get_edit_url(self, instance: Update) -> str:
        """The title leads to the update's own page, where it is tried and sent."""
        return reverse("petition_mail:update", args=[instance.pk])


class LeadsToItsPage:
    object: Update

    def get_success_url(self) -> str:
        return reverse("petition_mail:update", args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        return []


class UpdateCreateView(LeadsToItsPage, generic.CreateView):
    def save_instance(self) -> Update:
        self.form.instance.created_by = self.request.user
        saved: Update = super().save_instance()
        return saved


class DraftsOnly:
    """What is on its way was read by people: its words stay."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        update = get_object_or_404(Update, pk=kwargs["pk"])
        if not update.is_draft:
            messages.error(request, _("This update was queued. Its words stay as they are."))
            return redirect("petition_mail:update", pk=update.pk)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # a mixin
        return answer


class UpdateEditView(DraftsOnly, LeadsToItsPage, generic.EditView):
    def save_instance(self) -> Update:
        """Nobody changes words while somebody else queues them."""
        with transaction.atomic():
            if not locked(self.object.pk).is_draft:
                raise PermissionDenied
            saved: Update = super().save_instance()
            return saved


class UpdateDeleteView(DraftsOnly, generic.DeleteView):
    pass


class UpdateViewSet(ModelViewSet):
    model = Update
    icon = "mail"
    menu_label = gettext_lazy("Updates to signers")
    index_view_class = UpdateIndexView
    add_view_class = UpdateCreateView
    edit_view_class = UpdateEditView
    delete_view_class = UpdateDeleteView
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_admin_menu = False
    list_display = [
        "subject",
        Column("petition", label=gettext_lazy("Petition"), accessor="petition.title"),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display"),
        DateColumn("queued_at", label=gettext_lazy("Queued")),
    ]
    list_filter = ["petition", "state"]
    search_fields = ["subject"]
    search_backend_name = None


update_viewset = UpdateViewSet("petition_updates", url_prefix="petition/updates")
