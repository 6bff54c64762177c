"""The order of the sign form, written by crispy with the campaign's own form templates."""

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django.urls import reverse
from django.utils.translation import gettext as _

from campaign_blocks.kit.crispy import Disclosure, SubmitButton, Template, Trap

if TYPE_CHECKING:
    from campaign_blocks.petition.forms.signature import SignatureForm


def sign_helper(form: "SignatureForm") -> Any:
    helper = FormHelper()
    helper.form_id = form.form_id
    helper.form_class = "form"
    helper.form_action = reverse("petition:sign", args=[form.petition.slug])
    helper.disable_csrf = True  # cached pages carry no secret; origin.py and the token protect
    helper.attrs = {"novalidate": True, "aria-labelledby": f"{form.form_id}-h"}
    helper.layout = Layout(*pieces(form))
    return helper


def pieces(form: "SignatureForm") -> list[Any]:
    found: list[Any] = ["name", "email", "postal_code"]
    if "country" in form.fields:
        found.append(Disclosure(_("I live outside the US"), "country"))
    if "message" in form.fields:
        found.append(Disclosure(_("Read or change the message"), "message"))
    found.append("opt_in")
    if "partner_opt_in" in form.fields:
        found.append("partner_opt_in")
    label = form.petition.button_label or (
        _("Sign me up") if form.petition.is_signup else _("Sign the petition")
    )
    found += [
        Trap("website"),
        "s",
        "form_token",
        SubmitButton(label, "button button--alarm button--wide"),
        Template("petition/form_note.html"),
    ]
    return found
