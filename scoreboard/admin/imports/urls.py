from django.urls import path

from scoreboard.admin.imports import views

app_name = "scoreboard_imports"
urlpatterns = [
    path("", views.ImportsView.as_view(), name="list"),
    path("<int:pk>/", views.RunView.as_view(), name="run"),
    path("<int:pk>/<slug:step>/", views.move, name="step"),
]
