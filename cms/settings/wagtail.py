"""Wagtail's settings, and those of the location widget."""

from cms.settings import environment as env

WAGTAIL_SITE_NAME = "Campaign CMS"
WAGTAILADMIN_BASE_URL = env.web_address("BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_AUTOSAVE_INTERVAL = 2000
# Nothing in the admin calls home.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Flat inks and halftone dots survive strong compression.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_WEBP_QUALITY = 65
WAGTAILIMAGES_JPEG_QUALITY = 70
WAGTAILIMAGES_IMAGE_FORM_BASE = "campaign_blocks.kit.picture_form.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "mp4", "odt", "pdf", "vtt", "webm"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_ALLOW_UNICODE_SLUGS = True
TAGGIT_CASE_INSENSITIVE = True

# The location field's map: our own shapes, and tiles only where an operator names a server.
MAP_TILE_URL = env.text("MAP_TILE_URL")
MAP_TILE_ATTRIBUTION = env.text("MAP_TILE_ATTRIBUTION")
NO_TILE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
GEO_WIDGET_DEFAULT_LOCATION = {"lat": 39.5, "lng": -98.35}
GEO_WIDGET_ZOOM = 4
GEO_WIDGET_EMPTY_LOCATION = False
GEO_WIDGET_LEAFLET_TILE_LAYER = MAP_TILE_URL or NO_TILE
GEO_WIDGET_LEAFLET_TILE_LAYER_OPTIONS = {"attribution": MAP_TILE_ATTRIBUTION}
