"""A form page as the reference of wagtail.contrib.forms describes it."""

from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractForm, AbstractFormField


class SignField(AbstractFormField):
    page = ParentalKey("SignPage", related_name="form_fields")


class SignPage(AbstractForm):
    pass
