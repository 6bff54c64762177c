from django.urls import path

from campaign_blocks.petition.letters.staff import download, index, listing, petition, recipient

app_name = "petition_letters"
urlpatterns = [
    path("", index.LettersView.as_view(), name="index"),
    path("<int:petition>/", petition.PetitionView.as_view(), name="petition"),
    path("<int:petition>/pause/", petition.PauseView.as_view(), name="pause"),
    path("<int:petition>/list/", listing.ListView.as_view(), name="list"),
    path("<int:petition>/to/<int:recipient>/", recipient.RecipientView.as_view(), name="recipient"),
    path(
        "<int:petition>/to/<int:recipient>/download/",
        download.DownloadView.as_view(),
        name="download",
    ),
    path("download/<int:pk>/<int:part>/", download.PartView.as_view(), name="part"),
    path("download/<int:pk>/mark/", download.MarkView.as_view(), name="mark"),
]
