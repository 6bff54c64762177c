"""What a visitor fills in to sign: the shape of it only; nothing is looked up or stored here."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import fields
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.forms import judging
from campaign_blocks.petition.forms.consent_fields import organization_field_name
from campaign_blocks.petition.forms.layout import sign_helper
from campaign_blocks.petition.forms.questions import shared_questions
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import Abroad
from campaign_blocks.petition.services.sign import Signer
from campaign_blocks.petition.sources import CODE

SIGNER_FIELDS = [one.name for one in fields(Signer) if one.name != "organization_opt_ins"]


class SignatureForm(forms.Form):
    def __init__(
        self,
        data: Any = None,
        *,
        petition: Petition,
        partner: PartnerName | None = None,
        organizations: Sequence[PartnerName] = (),
        form_id: str = "sign",
        token: str = "",
    ) -> None:
        super().__init__(data, auto_id=f"{form_id}-%s", label_suffix="")
        self.petition, self.form_id, self.token = petition, form_id, token
        self.partner, self.organizations = partner, organizations
        self.split = judging.name_is_split(self.data, petition)
        country = petition.signers_abroad == Abroad.WELCOME or judging.is_abroad(
            self.data, petition
        )
        self.fields = shared_questions(
            petition, partner, organizations, split=self.split, country=country
        )
        if data is None:
            self.own_the_questions()

    def own_the_questions(self) -> None:
        self.fields = deepcopy(self.fields)
        self._bound_fields_cache: dict[str, forms.BoundField] = {}  # they point to the shared ones

    def renew_token(self, token: str) -> None:
        """For a form that is shown again: everything typed stays, the token is a fresh one."""
        self.own_the_questions()
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["form_token"] = token
        if "s" in self.errors:
            data["s"] = ""
        self.data = data

    @cached_property
    def helper(self) -> Any:
        return sign_helper(self)

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        if field_name == "form_token":
            return self.token
        return super().get_initial_for_field(field, field_name)

    def clean_s(self) -> str:
        """Our script copies no code of another shape, so a person never meets this."""
        code = self.cleaned_data["s"]
        if code and not CODE.fullmatch(code):
            raise ValidationError(
                _("The code in this page's address can't be used. Please press the button again."),
                code="invalid",
            )
        return str(code)

    def clean(self) -> dict[str, Any]:
        """What hangs on two answers is judged last: a ZIP may be missing abroad."""
        judging.judge_country(self)
        judging.judge_places(self)
        judging.judge_public(self)
        self.refuse_two_answers()
        return self.cleaned_data

    def signer_facts(self) -> dict[str, Any]:
        """The arguments of a Signer; only after is_valid()."""
        data = self.cleaned_data
        facts = {name: data[name] for name in SIGNER_FIELDS if name in data}
        if self.split:
            facts["name"] = f"{data['given_name']} {data['family_name']}"
        answers = {one.pk: data[organization_field_name(one.pk)] for one in self.asked_apart()}
        if self.partner:
            answers[self.partner.pk] = data["partner_opt_in"]
        return {**facts, "organization_opt_ins": answers}

    def asked_apart(self) -> list[PartnerName]:
        """Organizations whose question is not the partner's."""
        return [one for one in self.organizations if organization_field_name(one.pk) in self.fields]

    def refuse_two_answers(self) -> None:
        given = self.data.lists() if isinstance(self.data, QueryDict) else ()
        for name, answers in given:
            if len(answers) > 1 and name in self.fields:
                self.add_error(name, ValidationError(_("Give one answer here"), code="several"))
