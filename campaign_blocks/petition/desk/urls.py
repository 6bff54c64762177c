from django.urls import path, re_path

from campaign_blocks.petition.desk.bulk import BulkDetail, BulkList, BulkNew, BulkStep
from campaign_blocks.petition.desk.domains import DomainsView
from campaign_blocks.petition.desk.fraud import FindingView, FraudDesk
from campaign_blocks.petition.desk.switches import SwitchesView

app_name = "petition_desk"
urlpatterns = [
    path("switches/", SwitchesView.as_view(), name="switches"),
    path("desk/", FraudDesk.as_view(), name="desk"),
    path("desk/<int:pk>/", FraudDesk.as_view(), name="desk_of"),
    path("desk/finding/<int:pk>/", FindingView.as_view(), name="finding"),
    path("desk/domains/", DomainsView.as_view(), name="domains"),
    path("bulk/", BulkList.as_view(), name="bulk"),
    path("bulk/new/", BulkNew.as_view(), name="bulk_new"),
    path("bulk/<int:pk>/", BulkDetail.as_view(), name="bulk_action"),
    re_path(
        r"^bulk/(?P<pk>\d+)/(?P<step>start|cancel|undo)/$", BulkStep.as_view(), name="bulk_step"
    ),
]
