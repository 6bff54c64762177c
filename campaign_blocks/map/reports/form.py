"""What a visitor fills in to report a place: the shape of it only; nothing is stored here."""

import re
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from campaign_blocks.kit.crispy import QuickHelper, SubmitButton, Trap
from campaign_blocks.kit.public_forms.plain_words import clean_words
from campaign_blocks.map.models import HOME, Basemap, Map, Place, Report
from campaign_blocks.map.models.maps import WEB
from campaign_blocks.map.shapes.areas import WORLD

LONGEST_WORDS = 1500
# These once routed mail through other hosts, or hide a second address.
NOT_IN_AN_ADDRESS = re.compile(r"[%!,;:<>()\[\]\\\"\s]")


class ReportForm(forms.Form):
    what = forms.CharField(
        label=_("What is happening there?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": "5", "maxlength": str(LONGEST_WORDS)}),
        error_messages={
            "required": _("Say what is happening there"),
            "max_length": _("Shorten this to %(limit_value)d characters."),
        },
    )
    city = forms.CharField(
        label=_("City or place"),
        max_length=100,
        error_messages={"required": _("Enter the city or the place")},
    )
    source_url = forms.CharField(
        label=_("Link to a source"),
        max_length=600,
        help_text=_("A news report, a law, a page of the police: we publish nothing without one."),
        widget=forms.URLInput(attrs={"autocomplete": "off", "inputmode": "url"}),
        error_messages={"required": _("Enter the link to a source")},
    )
    email = forms.EmailField(
        label=_("Email address"),
        required=False,
        max_length=254,
        help_text=_("We write once, when it is published, and then forget the address."),
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"invalid": _("Enter an email address like name@example.com")},
    )
    website = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    form_token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, map: Map, about: Place | None, token: str = "") -> None:
        super().__init__(data, auto_id="report-%s")
        self.map, self.about, self.token = map, about, token
        self.fields["kind"] = kind_field(map)
        self.fields["area"] = area_field(map)
        if about:
            for name in ("kind", "city", "area"):
                del self.fields[name]
            self.fields["what"].label = _("What is wrong?")
            self.fields["what"].error_messages["required"] = _("Say what is wrong")

    @cached_property
    def helper(self) -> Any:
        helper = QuickHelper()
        helper.form_id, helper.form_class = "report", "form"
        helper.disable_csrf = True  # cached pages carry no secret; origin and token protect
        helper.attrs = {"novalidate": True, "aria-labelledby": "report-h"}
        shown = [name for name in ("kind", "what", "city", "area") if name in self.fields]
        helper.layout = Layout(
            *shown,
            "source_url",
            "email",
            Trap("website"),
            "form_token",
            SubmitButton(_("Send the report"), "button button--alarm"),
        )
        return helper

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        if field_name == "form_token":
            return self.token
        return super().get_initial_for_field(field, field_name)

    def renew_token(self, token: str) -> None:
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["form_token"] = token
        self.data = data

    def clean_what(self) -> str:
        return clean_words(self.cleaned_data["what"], lines=True)

    def clean_city(self) -> str:
        return clean_words(self.cleaned_data["city"])

    def clean_source_url(self) -> str:
        """“example.org/news” is meant as a web address."""
        link = clean_words(self.cleaned_data["source_url"])
        if "://" not in link and ":" not in link.split("/")[0]:
            link = f"https://{link}"
        try:
            WEB(link)
        except ValidationError as wrong:
            message = _("Enter a link like https://example.org/news")
            raise ValidationError(message, code="invalid") from wrong
        return link

    def clean_email(self) -> str:
        address = str(self.cleaned_data["email"])
        if NOT_IN_AN_ADDRESS.search(address):
            raise ValidationError(_("Enter an email address like name@example.com"), code="invalid")
        return address

    def clean(self) -> dict[str, Any]:
        for name in self.fields:
            answers = self.data.getlist(name) if hasattr(self.data, "getlist") else []
            if len(answers) > 1:
                self.add_error(name, ValidationError(_("Give one answer here"), code="several"))
        return self.cleaned_data

    def report(self) -> Report:
        """Not stored yet; only after is_valid()."""
        names = ("kind", "what", "city", "area", "source_url", "email")
        words = {name: self.cleaned_data[name] for name in names if name in self.fields}
        if self.about:
            at_home = self.about.country == HOME
            words |= {"city": self.about.city, "kind": self.about.kind}
            words["area"] = self.about.state if at_home else self.about.country
        return Report(map=self.map, about=self.about, **words)


def kind_field(map: Map) -> forms.Field:
    return forms.ModelChoiceField(
        map.kinds.all(), required=False, label=_("What is it?"), empty_label=_("I am not sure")
    )


def area_field(map: Map) -> forms.Field:
    """The states or countries of the map; a text where it counts by neither."""
    if map.basemap == Basemap.NONE:
        return forms.CharField(label=_("State or country"), max_length=60, required=False)
    names = sorted(map.areas.names.items(), key=lambda pair: pair[1])
    wrong = {"required": _("Choose from the list"), "invalid_choice": _("Choose from the list")}
    return forms.ChoiceField(
        label=_("Country") if map.areas is WORLD else _("State"),
        choices=[("", _("Choose")), *names],
        error_messages=wrong,
    )
