from django.urls import re_path

from campaign_blocks.petition.rights.views import agreed_file

app_name = "petition_rights"
urlpatterns = [
    re_path(r"^agreed/(?P<pk>\d+)\.(?P<kind>csv|json)$", agreed_file, name="agreed"),
]
