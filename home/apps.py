from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _
from wagtail import hooks


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
        if apps.is_installed("scoreboard"):
            # Without the plugin its models can't be imported at all.
            from home.standings import find_standings

            hooks.register("register_standing_finder", lambda: find_standings)
