from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = _("Home")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models can be imported only now.
        from campaign_blocks.kit.versions import bump_on_save
        from home.models import SiteSettings

        bump_on_save(SiteSettings, family="site")
