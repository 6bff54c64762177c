"""The order of the sign form, written by crispy with the campaign's own form templates."""

from typing import TYPE_CHECKING, Any

from crispy_forms.layout import Layout
from django.urls import reverse
from django.utils.translation import gettext as _

from campaign_blocks.kit.crispy import Disclosure, QuickHelper, SubmitButton, Template, Trap
from campaign_blocks.petition.forms.reveal import Reveal
from campaign_blocks.petition.identity.country_words import in_a_sentence
from campaign_blocks.petition.identity.postal_codes import is_needed

if TYPE_CHECKING:
    from campaign_blocks.petition.forms.signature import SignatureForm


def sign_helper(form: "SignatureForm") -> Any:
    helper = QuickHelper()
    helper.form_id = form.form_id
    helper.form_class = "form"
    helper.form_action = reverse("petition:sign", args=[form.petition.slug])
    helper.disable_csrf = True  # cached pages carry no secret; origin.py and the token protect
    helper.attrs = {"novalidate": True, "aria-labelledby": f"{form.form_id}-h"}
    helper.layout = Layout(*pieces(form))
    return helper


def pieces(form: "SignatureForm") -> list[Any]:
    found = [*about_the_signer(form), *words_of_the_signer(form)]
    found += [name for name in form.fields if "opt_in" in name]
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


def about_the_signer(form: "SignatureForm") -> list[Any]:
    found: list[Any] = ["given_name", "family_name"] if form.split else ["name"]
    found.append("email")
    home = form.petition.home_country
    outside = _("I live outside %(country)s") % {"country": in_a_sentence(home)}
    if is_needed(home):
        found.append("postal_code")
    if "country" in form.fields:
        places = ["country"] if is_needed(home) else ["country", "postal_code"]
        found.append(Disclosure(outside, *(name for name in places if name in form.fields)))
    if "phone" in form.fields:
        found.append("phone")
    return found


def words_of_the_signer(form: "SignatureForm") -> list[Any]:
    found: list[Any] = []
    if "comment" in form.fields:
        asked = form.fields["comment"].required
        found.append("comment" if asked else Disclosure(_("Say why you sign"), "comment"))
    if "message" in form.fields:
        found.append(Disclosure(_("Read or change the message"), "message"))
    if "public" in form.fields:
        opened = ["city"] if form.split else ["given_name", "city"]
        found.append(Reveal("public", *opened))
    return found
