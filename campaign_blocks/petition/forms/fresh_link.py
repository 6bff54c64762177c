from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from campaign_blocks.kit.crispy import QuickHelper, SubmitButton
from campaign_blocks.petition.forms.fields import AddressField


class FreshLinkForm(forms.Form):
    email = AddressField()

    @cached_property
    def helper(self) -> Any:
        helper = QuickHelper()
        helper.form_class = "form"
        helper.form_action = reverse("petition:fresh_link")
        helper.disable_csrf = True  # it tells nothing and sends one mail to the address's owner
        helper.attrs = {"novalidate": True}
        helper.layout = Layout("email", SubmitButton(_("Send me a fresh link")))
        return helper
