from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Says so at the field when a picture breaks off in the middle; Wagtail answers 500 to it."""

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()
        except OSError:
            sentence = _(
                "This picture is damaged: it ends too early. Export it again, then upload it."
            )
            self.add_error("file", sentence)
