"""Layout pieces that the form templates of the pack "campaign" know beside crispy's own."""

from functools import lru_cache
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import LayoutObject
from crispy_forms.utils import TEMPLATE_PACK
from django.forms.renderers import Jinja2
from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.safestring import SafeString

quick_template = lru_cache(get_template)


class QuickHelper(FormHelper):
    """Draws the inputs by Jinja as well; Django's own templates are three times as slow."""

    renderer = Jinja2()

    def render_layout(self, form: Any, *args: Any, **kwargs: Any) -> SafeString:
        form.renderer = self.renderer
        html: SafeString = super().render_layout(form, *args, **kwargs)
        return html


class Wrapped(LayoutObject):
    """Fields inside one template of the pack."""

    template = ""

    def __init__(self, *fields: Any) -> None:
        self.fields = list(fields)

    def context(self, form: Any) -> dict[str, Any]:
        return {}

    def render(
        self, form: Any, context: Any, template_pack: str = TEMPLATE_PACK, **kwargs: Any
    ) -> SafeString:
        fields = self.get_rendered_fields(form, context, template_pack, **kwargs)
        template = quick_template(self.get_template_name(template_pack))
        html = template.render({"fields": fields, "form": form, **self.context(form)})
        return SafeString(html)  # the pack's templates escape every value


class Disclosure(Wrapped):
    """Fields behind a summary; open when one of them has an answer or an error."""

    template = "%s/layout/disclosure.html"

    def __init__(self, summary: str | Promise, *fields: str) -> None:
        super().__init__(*fields)
        self.summary = summary

    def context(self, form: Any) -> dict[str, Any]:
        needs_eyes = any(form[name].errors for name in self.fields)
        changed = form.is_bound and any(name in form.changed_data for name in self.fields)
        return {"summary": self.summary, "open": needs_eyes or changed}


class Trap(Wrapped):
    """A field that people neither see nor reach; what fills it is a machine."""

    template = "%s/layout/trap.html"


class Template(Wrapped):
    """A template of the form's own application, with `form` in its context."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.template = template


class SubmitButton(Template):
    def __init__(self, label: str | Promise, css_class: str = "button") -> None:
        super().__init__("%s/layout/submit.html")
        self.label, self.css_class = label, css_class

    def context(self, form: Any) -> dict[str, Any]:
        return {"label": self.label, "css_class": self.css_class}
