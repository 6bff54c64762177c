from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MapConfig(AppConfig):
    name = "campaign_blocks.map"
    label = "map"
    verbose_name = _("Map")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models exist only now.
        from wagtailgeowidget.widgets import LeafletField

        from campaign_blocks.kit import versions
        from campaign_blocks.map.models import Kind, Map, Place
        from campaign_blocks.map.widgets import location_media

        # Other plugins that use the package's field get our copy of Leaflet, too.
        LeafletField.media = property(location_media)
        versions.bump_on_save(Map, Kind, Place, family="places")
