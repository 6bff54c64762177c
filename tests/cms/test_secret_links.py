"""Which addresses hold a secret, and how a log may name them."""

import pytest
from django.urls import path, reverse

from cms.secret_links import secret_beginnings, without_secret

TOKEN = "s3cr3t"


@pytest.fixture
def urlconf(settings):
    """A plugin with a link of its own, which no list of ours names."""

    class Own:
        urlpatterns = [path("poll/<str:token>/vote/", lambda request, token: None)]

    settings.ROOT_URLCONF = Own
    secret_beginnings.cache_clear()
    yield
    secret_beginnings.cache_clear()


def test_beginnings__are_those_of_every_route_with_a_token():
    assert secret_beginnings() == (
        "/admin/password_reset/confirm/",
        "/confirm/",
        "/letter/",
        "/my-signature/",
        "/unsubscribe/",
    )


def test_beginnings__of_a_new_route_are_found(urlconf):
    assert secret_beginnings() == ("/poll/",)
    assert without_secret("/poll/s3cr3t/vote/") == "/poll/-/"


@pytest.mark.parametrize(
    "name", ["confirm", "letter", "my_signature", "my_signature_remove", "my_data", "unsubscribe"]
)
def test_path__is_named_without_its_secret(name):
    path = reverse(f"petition:{name}", args=[TOKEN])
    assert without_secret(path) == f"/{path.split('/')[1]}/-/"


@pytest.mark.parametrize("path", ["//confirm/s3cr3t", "/Confirm/s3cr3t/x/", "/confirm/\ns3cr3t"])
def test_path__that_a_mail_program_spoiled_keeps_its_secret_too(path):
    assert without_secret(path) == "/confirm/-/"


@pytest.mark.parametrize(
    "path", ["/", "/confirm/", "/my-signature/", "/letters/a/", "/petitions/x/"]
)
def test_path__without_a_secret_stays(path):
    assert without_secret(path) == path
