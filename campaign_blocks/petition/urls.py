from django.urls import path

from campaign_blocks.petition import views

app_name = "petition"
urlpatterns = [
    path("petitions/<slug:slug>/", views.detail, name="detail"),
    path("petitions/<slug:slug>/sign/", views.sign, name="sign"),
    path("petitions/<slug:slug>/thanks/", views.thanks, name="thanks"),
    path("petitions/<slug:slug>/count.json", views.count, name="count"),
    path("confirm/<str:token>/", views.confirm, name="confirm"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("embed/petition/<slug:slug>/", views.embed, name="embed"),
    path("embed/petition/<slug:slug>/thanks/", views.thanks_embed, name="thanks_embed"),
]
