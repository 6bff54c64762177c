from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign_blocks.petition.paper.reading import LARGEST

MOST_UNNAMED = 1_000_000


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("At most 10 MB and 100,000 lines, as CSV UTF-8."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    note = forms.CharField(
        label=gettext_lazy("Where the sheets come from"),
        max_length=200,
        help_text=gettext_lazy("And where they are kept, should somebody ask to see them."),
    )
    words = forms.CharField(
        label=gettext_lazy("The question on the sheet, word for word"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        help_text=gettext_lazy(
            "People said yes or no to these words; they are kept with every answer."
        ),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("Larger than 10 MB. Split the file."))
        return file


class NumberForm(forms.Form):
    prefix = "sheets"
    number = forms.IntegerField(
        label=gettext_lazy("How many signatures"), min_value=1, max_value=MOST_UNNAMED
    )
    note = forms.CharField(
        label=gettext_lazy("Where the sheets are"),
        max_length=200,
        help_text=gettext_lazy("Such as: fair in Oakland, 12 sheets, in the office."),
    )
