from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campaign_blocks.map.imports.files import decode
from campaign_blocks.map.imports.rows import FileProblem
from campaign_blocks.map.models import Map


class ImportForm(forms.Form):
    map = forms.ModelChoiceField(queryset=Map.objects.all(), label=_("Map"), empty_label=None)
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, GeoJSON or an export of the Atlas of Surveillance, up to 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.json,.geojson"}),
    )
    keep_lookalikes = forms.BooleanField(
        label=_("Bring in lookalikes, too"),
        required=False,
        help_text=_(
            "Else a row with a number of its own is left out when the map has a place of the same "
            "kind and name in the same city."
        ),
    )

    def clean_file(self) -> Any:
        """The text of it, as `text` beside the file."""
        file = self.cleaned_data["file"]
        try:
            file.text = decode(file.read())
        except FileProblem as refused:
            raise ValidationError(str(refused.problem)) from refused
        return file
