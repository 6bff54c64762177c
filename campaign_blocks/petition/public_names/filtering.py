from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models import Petition, Signature
from campaign_blocks.petition.models.signature import SignatureQuerySet


class Look(models.TextChoices):
    WAITING = "waiting", _("Waiting for you")
    SHOWN = "shown", _("Shown")
    KEPT_OUT = "kept_out", _("Kept out")


class FilterForm(forms.Form):
    look = forms.ChoiceField(label=_("State"), choices=Look, required=False)
    petition = forms.ModelChoiceField(
        label=_("Petition"),
        queryset=Petition.objects.filter(ask_public=True),
        required=False,
        empty_label=_("All petitions"),
    )

    def chosen(self) -> Look:
        """The first one for an address that says nothing, or nonsense."""
        found = self.cleaned_data.get("look") if self.is_valid() else ""
        return Look(found or Look.WAITING)

    def rows(self) -> SignatureQuerySet:
        """Newest first."""
        rows = Signature.objects.offered_in_public().order_by("-pk")
        look = self.chosen()
        if look == Look.WAITING:
            rows = rows.filter(shown_at=None, hidden_at=None)
        elif look == Look.SHOWN:
            rows = rows.filter(shown_at__isnull=False)
        else:
            rows = rows.filter(hidden_at__isnull=False)
        petition = self.cleaned_data.get("petition") if self.is_valid() else None
        return rows.filter(petition=petition) if petition else rows
