from django.urls import path

from campaign_blocks.map.views import data, embed, full

app_name = "map"
urlpatterns = [
    path("map/", full.full_map, name="full"),
    path("map/places.geojson", data.geojson, name="geojson"),
    path("map/places.csv", data.csv, name="csv"),
    path("map/points.json", data.points, name="points"),
    path("map/places/<int:pk>/", full.place, name="place"),
    path("embed/map/", embed.embed, name="embed"),
]
