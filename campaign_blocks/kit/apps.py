from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KitConfig(AppConfig):
    name = "campaign_blocks.kit"
    label = "kit"
    verbose_name = _("Campaign kit")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models of Wagtail can be imported only now.
        from campaign_blocks.kit.adapters import register_adapters
        from campaign_blocks.kit.checks import register_checks
        from campaign_blocks.kit.page_changes import watch_pages
        from campaign_blocks.kit.pictures import register_pictures

        register_adapters()
        register_checks()
        register_pictures()
        watch_pages()
