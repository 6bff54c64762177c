from django.urls import path

from home.views import brand_stylesheet

app_name = "home"
urlpatterns = [path("brand-<str:digest>.css", brand_stylesheet, name="brand")]
