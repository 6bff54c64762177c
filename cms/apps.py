from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from cms.checks import register_checks


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = _("Campaign CMS")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_checks()
