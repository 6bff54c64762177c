from django.urls import path

from campaign_blocks.petition.admin.signature_list import SignatureListView
from campaign_blocks.petition.exports import views as exports
from campaign_blocks.petition.numbers.views import NumbersView
from campaign_blocks.petition.paper import views as paper

app_name = "petition_numbers"
urlpatterns = [
    path("numbers/<int:pk>/", NumbersView.as_view(), name="numbers"),
    path(
        "signatures/results/",
        SignatureListView.as_view(results_only=True),
        name="signature_results",
    ),
    path("export/", exports.ExportsView.as_view(), name="exports"),
    path("export/<uuid:pk>/file/", exports.fetch, name="export_file"),
    path("paper/<int:pk>/", paper.PaperView.as_view(), name="paper"),
    path("paper/<int:pk>/number/", paper.add_number, name="paper_number"),
    path("paper/batch/<int:pk>/", paper.BatchView.as_view(), name="paper_batch"),
    path("paper/batch/<int:pk>/<slug:step>/", paper.move, name="paper_step"),
]
