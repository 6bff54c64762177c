from django.urls import path

from scoreboard import views

app_name = "scoreboard"
urlpatterns = [
    path("scoreboard/", views.board, name="list"),
    path("scoreboard/legislators.json", views.as_json, name="json"),
    path("scoreboard/legislators.csv", views.as_csv, name="csv"),
    path("scoreboard/<slug:slug>/", views.person, name="person"),
    path("embed/scoreboard/", views.embed, name="embed"),
]
