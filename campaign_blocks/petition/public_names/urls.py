from django.urls import path

from campaign_blocks.petition.public_names.view import PublicNamesView

app_name = "petition_public_names"
urlpatterns = [path("public-names/", PublicNamesView.as_view(), name="list")]
