from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, ngettext

from campaign_blocks.petition.exports.why import WhyForm
from campaign_blocks.petition.models import HandOver


class DownloadForm(WhyForm):
    """`size` is how many letters each scope holds. `form` is the button that was pressed."""

    scope = forms.ChoiceField(
        label=gettext_lazy("Which constituents"),
        choices=HandOver.Scope.choices,
        widget=forms.RadioSelect,
        initial=HandOver.Scope.PILE,
    )
    form = forms.ChoiceField(choices=HandOver.Form.choices)

    def __init__(self, *args: Any, size: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pile = ngettext(
            "%(n)d whose letter waits to be handed over",
            "%(n)d whose letters wait to be handed over",
            size["pile"],
        )
        everyone = ngettext(
            "%(n)d who agreed, also by another way",
            "all %(n)d who agreed, also by another way",
            size["all"],
        )
        scope: Any = self.fields["scope"]
        scope.choices = [
            (HandOver.Scope.PILE, pile % {"n": size["pile"]}),
            (HandOver.Scope.ALL, everyone % {"n": size["all"]}),
        ]
