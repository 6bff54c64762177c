"""What browsers and HTTP caches are told."""

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from campaign_blocks.kit.caching import private_page, public_page
from campaign_blocks.kit.framing import embeddable
from cms.middleware.policy import PolicyMiddleware

REQUEST = RequestFactory().get("/")
OURS = ["frame-ancestors 'self'"]


def test_public_page__may_be_kept_and_served_stale():
    answer = public_page(seconds=30)(lambda request: HttpResponse("x"))(REQUEST)
    assert answer["Cache-Control"] == (
        "public, max-age=0, s-maxage=30, stale-while-revalidate=600, stale-if-error=86400"
    )


@pytest.mark.parametrize(
    "response", [HttpResponse("x", status=404), HttpResponseRedirect("/"), HttpResponse(status=422)]
)
def test_public_page__keeps_no_other_answer(response):
    assert not public_page()(lambda request: response)(REQUEST).has_header("Cache-Control")


def test_public_page__respects_the_views_own_word():
    own = HttpResponse("x", headers={"Cache-Control": "no-store"})
    assert public_page()(lambda request: own)(REQUEST)["Cache-Control"] == "no-store"


def test_private_page__is_never_stored_nor_named():
    answer = private_page(lambda request: HttpResponse("x", status=404))(REQUEST)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"


def policy(view, path="/"):
    request = RequestFactory().get(path)
    return PolicyMiddleware(view)(request)["Content-Security-Policy"]


def test_embeddable__may_be_framed_by_anyone():
    assert "frame-ancestors *" in policy(embeddable(lambda request: HttpResponse("x")))


def test_other_answers__are_framed_by_ourselves_only():
    assert "frame-ancestors 'self'" in policy(lambda request: HttpResponse("x"))


def test_embeddable__leaves_the_rest_of_the_policy():
    embedded = policy(embeddable(lambda request: HttpResponse("x")))
    plain = policy(lambda request: HttpResponse("x"))
    assert set(plain.split("; ")) - set(embedded.split("; ")) == set(OURS)
