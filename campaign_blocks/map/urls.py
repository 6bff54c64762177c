from django.urls import path, register_converter

from campaign_blocks.map.views import (
    data,
    data_page,
    embed,
    feed,
    full,
    images,
    place,
    report,
    state,
)


class AreaWord:
    """A state's code or its name with hyphens."""

    regex = "[A-Za-z]{2}|[A-Za-z][A-Za-z-]{3,40}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AreaWord, "area")
app_name = "map"
urlpatterns = [
    path("map/", full.full_map, name="full"),
    path("map/places.geojson", data.geojson, name="geojson"),
    path("map/places.csv", data.csv, name="csv"),
    path("map/points.geojson", data.points, name="points"),
    path("map/feed.atom", feed.feed, name="feed"),
    path("map/data/", data_page.data_page, name="data"),
    path("map/report/", report.missing, name="report"),
    path("map/report/thanks/", report.thanks, name="report_thanks"),
    path("map/places/<int:pk>/", place.place, name="place"),
    path("map/places/<int:pk>/report/", report.wrong, name="report_place"),
    path("map/places/<int:pk>/<slug:name>.png", images.place_image, name="place_image"),
    path("map/<area:state>/", state.state, name="state"),
    path("map/<area:state>/<slug:name>.png", images.state_image, name="state_image"),
    path("embed/map/", embed.embed, name="embed"),
]
