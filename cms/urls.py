from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as document_urls

from cms.errors import robots
from cms.health import healthz, readyz
from cms.media import media
from scoreboard.sitemap import ScoreboardSitemap

SITEMAPS = {"pages": Sitemap, "scoreboard": ScoreboardSitemap}

urlpatterns = [
    path("", include("campaign_blocks.petition.urls")),  # first: nothing is asked for more often
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("search.urls")),
    path("", include("home.urls")),
    path("", include("campaign_blocks.partners.urls")),
    path("", include("scoreboard.urls")),
    path("", include("campaign_blocks.map.urls")),
    path("", include("campaign_blocks.video.urls")),
]

if settings.SERVE_MEDIA:
    urlpatterns.append(path("media/<path:path>", media, name="media"))

urlpatterns.append(path("", include(wagtail_urls)))
handler403 = "cms.errors.forbidden"
handler404 = "cms.errors.not_found"
handler500 = "cms.errors.server_error"
