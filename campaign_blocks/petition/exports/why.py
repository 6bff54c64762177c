from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FRESH_LOGIN = 15 * 60  # seconds


class WhyForm(forms.Form):
    """What everybody answers who takes people's names out of the house: why, and the password
    again when signing in was a while ago."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("What the file is for. It stays in the log with your name."),
    )
    password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=gettext_lazy("You signed in a while ago. Show that it is still you."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if is_fresh(user):
            del self.fields["password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This is not your password."))
        return password


def is_fresh(user: AbstractBaseUser) -> bool:
    """Signed in within the last quarter of an hour."""
    at = user.last_login
    return at is not None and (timezone.now() - at).total_seconds() < FRESH_LOGIN
