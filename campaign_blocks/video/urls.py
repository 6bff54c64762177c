from django.urls import path

from campaign_blocks.video import views

app_name = "video"

urlpatterns = [path("video/<int:document_id>/<str:filename>", views.file, name="file")]
