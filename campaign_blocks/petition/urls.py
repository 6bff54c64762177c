from django.urls import path

from campaign_blocks.petition import views

app_name = "petition"
urlpatterns = [
    path("petitions/<slug:slug>/", views.detail, name="detail"),
    path("petitions/<slug:slug>/sign/", views.sign, name="sign"),
    path("petitions/<slug:slug>/thanks/", views.thanks, name="thanks"),
    path("petitions/<slug:slug>/count.json", views.count, name="count"),
    path("confirm/<str:token>/", views.confirm, name="confirm"),
    path("letter/<str:token>/", views.letter, name="letter"),
    path("my-signature/", views.fresh_link, name="fresh_link"),
    path("my-signature/<str:token>/", views.my_signature, name="my_signature"),
    path("my-signature/<str:token>/change/", views.change, name="my_signature_change"),
    path("my-signature/<str:token>/remove/", views.remove, name="my_signature_remove"),
    path("my-signature/<str:token>/data.json", views.my_data, name="my_data"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("anymail/<str:provider>/tracking/", views.tracking, name="tracking"),
    path("embed/petition/<slug:slug>/", views.embed, name="embed"),
    path("embed/petition/<slug:slug>/thanks/", views.thanks_embed, name="thanks_embed"),
]
