"""Empty forms, drawn once per process: nothing of a visitor is in them, and they are the same
on every page that offers them. Whatever the words of a form hang on is part of its name here.
"""

from collections.abc import Iterator
from typing import Any

from crispy_forms.utils import render_crispy_form
from django.forms import BaseForm
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST_KEPT = 200
kept: dict[str, SafeString] = {}


def draw_form(form: BaseForm, *facts: object) -> SafeString:
    """What `{% crispy form %}` writes. `facts` are what the layout shows beside the fields.

    Forms with answers are drawn afresh.
    """
    if form.is_bound:
        return draw(form)
    name = repr((type(form), get_language(), form.auto_id, *facts, *fields(form)))
    html = kept.get(name)
    if html is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        html = kept[name] = draw(form)
    return html


def draw(form: BaseForm) -> SafeString:
    return mark_safe(render_crispy_form(form))  # the pack's templates escape every value  # noqa: S308


def fields(form: BaseForm) -> Iterator[tuple[object, ...]]:
    """Everything that a field and its input show."""
    for name, field in form.fields.items():
        widget: Any = field.widget
        shown = {key: value for key, value in vars(widget).items() if not callable(value)}
        words = str(field.label), str(field.help_text)
        initial = form.get_initial_for_field(field, name)
        yield name, *words, field.required, field.disabled, initial, type(widget), shown
