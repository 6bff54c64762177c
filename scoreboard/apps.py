from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScoreboardConfig(AppConfig):
    name = "scoreboard"
    label = "scoreboard"
    verbose_name = _("Scoreboard")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Imported here because models do not exist before the apps are loaded.
        from scoreboard.receivers import connect

        connect()
