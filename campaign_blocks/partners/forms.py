from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

COUNTED = ("headline", "paragraph")


class PartnerPageForm(WagtailAdminModelForm):
    """Says how long a text may be; a browser's own limit would cut off a pasted text in silence."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in COUNTED:
            field = self.fields[name]
            field.widget.attrs.pop("maxlength", None)
            words = self._meta.model._meta.get_field(name).error_messages["max_length"]
            field.error_messages["max_length"] = words
