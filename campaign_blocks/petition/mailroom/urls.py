from django.urls import path

from campaign_blocks.petition.mailroom.failures import FailuresView
from campaign_blocks.petition.mailroom.outbox import OutboxView
from campaign_blocks.petition.mailroom.previews import PreviewView
from campaign_blocks.petition.mailroom.stopped import StoppedView
from campaign_blocks.petition.mailroom.update import QueueView, UpdateView

app_name = "petition_mail"
urlpatterns = [
    path("outbox/", OutboxView.as_view(), name="outbox"),
    path("outbox/results/", OutboxView.as_view(results_only=True), name="outbox_results"),
    path("outbox/failed/", FailuresView.as_view(), name="failures"),
    path("mails/<int:pk>/", PreviewView.as_view(), name="mails"),
    path("stopped-mailboxes/", StoppedView.as_view(), name="stopped"),
    path("update/<int:pk>/", UpdateView.as_view(), name="update"),
    path("update/<int:pk>/queue/", QueueView.as_view(), name="queue"),
]
