from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoreboard.imports.fetch import MAX_BYTES


class ImportForm(forms.Form):
    people = forms.FileField(
        label=gettext_lazy("People"),
        help_text=gettext_lazy(
            "congress-legislators (YAML or JSON), Popolo (JSON), Open States (.tar.gz or one "
            ".yml) or CSV; at most 10 MB."
        ),
    )
    social = forms.FileField(
        label=gettext_lazy("Accounts"),
        required=False,
        help_text=gettext_lazy("Congress only: legislators-social-media."),
    )
    offices = forms.FileField(
        label=gettext_lazy("Offices"),
        required=False,
        help_text=gettext_lazy("Congress only: legislators-district-offices."),
    )
    as_of = forms.DateField(
        label=gettext_lazy("Who was in office on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty: everybody by their last term."),
    )
    partial = forms.BooleanField(
        label=gettext_lazy("This is a part of the list: retire nobody"), required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("people", "social", "offices"):
            file: UploadedFile | None = data.get(name)
            if file is not None and (file.size or 0) > MAX_BYTES:
                self.add_error(name, _("Larger than 10 MB."))
        return data

    def files_read(self) -> list[tuple[str, str, bytes]]:
        """Role, name and content of each file."""
        given = [(role, self.cleaned_data[role]) for role in ("people", "social", "offices")]
        return [(role, file.name, file.read()) for role, file in given if file]
