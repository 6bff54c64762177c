from django.urls import path, register_converter

from scoreboard import views
from scoreboard.corrections import view as corrections
from scoreboard.state_links import StateConverter

register_converter(StateConverter, "us_state")

app_name = "scoreboard"
urlpatterns = [
    path("scoreboard/", views.board, name="list"),
    path("scoreboard/legislators.json", views.as_json, name="json"),
    path("scoreboard/legislators.csv", views.as_csv, name="csv"),
    path("scoreboard/find/", views.find, name="find"),
    path("scoreboard/<us_state:state>/", views.state, name="state"),
    path("scoreboard/<slug:slug>/", views.person, name="person"),
    path("scoreboard/<slug:slug>/count/<slug:channel>/", views.click, name="click"),
    path("scoreboard/<slug:slug>/correction/", corrections.correction, name="correction"),
    path("scoreboard/<slug:slug>/correction/thanks/", corrections.thanks, name="correction_thanks"),
    path("embed/scoreboard/", views.embed, name="embed"),
]
