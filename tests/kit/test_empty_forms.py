"""Empty forms are drawn once; nothing that differs may come from what was drawn before."""

import pytest
from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from campaign_blocks.kit import empty_forms
from campaign_blocks.kit.crispy import QuickHelper
from campaign_blocks.kit.empty_forms import draw_form


class Small(forms.Form):
    word = forms.CharField(label=_("Name"), required=False)

    @property
    def helper(self):
        return QuickHelper(self)


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """How often a form was really drawn."""
    times = []
    real = empty_forms.draw
    monkeypatch.setattr(empty_forms, "kept", {})
    monkeypatch.setattr(empty_forms, "draw", lambda form: times.append(form) or real(form))
    return times


def test_same_form__is_drawn_once(drawn):
    assert draw_form(Small()) == draw_form(Small())
    assert len(drawn) == 1


def test_answers__are_never_kept(drawn):
    assert 'value="mine"' in draw_form(Small({"word": "mine"}))
    assert "mine" not in draw_form(Small())
    assert "mine" not in "".join(empty_forms.kept.values())


@pytest.mark.parametrize(
    "change",
    [
        lambda field: setattr(field, "label", "Other"),
        lambda field: setattr(field, "help_text", "Other"),
        lambda field: setattr(field, "initial", "Other"),
        lambda field: setattr(field, "required", True),
        lambda field: setattr(field, "widget", forms.Textarea()),
        lambda field: field.widget.attrs.update(size=7),
    ],
)
def test_changed_field__is_drawn_anew(change):
    before, changed = draw_form(Small()), Small()
    change(changed.fields["word"])
    assert draw_form(changed) != before


def test_facts_and_languages__are_kept_apart(drawn):
    draw_form(Small()), draw_form(Small(), "other words")
    with translation.override("es"):
        draw_form(Small())
    assert len(drawn) == 3


def test_kept__does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(empty_forms, "MOST_KEPT", 3)
    for number in range(9):
        draw_form(Small(), number)
    assert len(empty_forms.kept) <= 3


def test_label__is_escaped():
    form = Small()
    form.fields["word"].label = "<b>"
    assert "&lt;b&gt;" in draw_form(form) and "<b>" not in draw_form(form)
