from django.urls import path

from campaign_blocks.partners.views.landing import landing
from campaign_blocks.partners.views.loader import embed_js

app_name = "partners"
urlpatterns = [
    path("with/<slug:slug>/", landing, name="landing"),
    path("embed.js", embed_js, name="embed_js"),
]
