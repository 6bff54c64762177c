"""Slots: words filled into a shared page at every request."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from wagtail import hooks

from campaign_blocks.kit import slots
from campaign_blocks.kit.middleware import SlotMiddleware


@pytest.fixture
def calls():
    """Offers the slot acme.count and records what it was asked for."""
    asked = []

    def fill(arguments, request):
        asked.append(list(arguments))
        return {argument: f"<b>{argument}</b>" for argument in arguments if argument != "unknown"}

    with hooks.register_temporarily("register_slot", lambda: ("acme.count", fill)):
        yield asked


@pytest.fixture
def request_():
    return RequestFactory().get("/")


def test_placeholders__are_filled_by_one_call_per_name(calls, request_):
    page = " ".join(slots.slot("acme.count", part) for part in ("2", "1", "2"))
    assert slots.fill(page.encode(), request_) == b"<b>2</b> <b>1</b> <b>2</b>"
    assert calls == [["1", "2"]]


def test_forged_placeholder__stays_and_asks_nobody(calls, request_):
    forged = b"{slot acme.count 1 0123456789abcdef}"
    borrowed = slots.slot("acme.count", "1").replace(" 1 ", " 2 ").encode()
    assert slots.fill(forged + borrowed, request_) == forged + borrowed
    assert calls == []


def test_seal__hangs_on_the_secret_key(settings):
    before = slots.slot("acme.count", "1")
    settings.SECRET_KEY = "another"
    assert slots.slot("acme.count", "1") != before


@pytest.mark.parametrize(("name", "argument"), [("acme.count", "unknown"), ("nobody.fills", "1")])
def test_unanswered_placeholder__leaves_nothing(calls, request_, name, argument):
    assert slots.fill(f"a{slots.slot(name, argument)}b".encode(), request_) == b"ab"


@pytest.mark.parametrize(
    ("name", "argument"), [("Acme", "1"), ("acme.count", "a b"), ("acme", "é")]
)
def test_words_that_no_placeholder_can_hold__are_refused(name, argument):
    with pytest.raises(ValueError, match="slot"):
        slots.slot(name, argument)


def through(response, request):
    return SlotMiddleware(lambda _: response)(request)


def test_middleware__corrects_the_length(calls, request_):
    response = HttpResponse(slots.slot("acme.count", "1"))
    response["Content-Length"] = str(len(response.content))
    answer = through(response, request_)
    assert answer.content == b"<b>1</b>"
    assert answer["Content-Length"] == "8"


def test_middleware__leaves_streams_and_other_answers(calls, request_):
    stream = StreamingHttpResponse([slots.slot("acme.count", "1")])
    assert b"{slot" in b"".join(through(stream, request_))
    plain = HttpResponse(b"\x00{slots}")
    assert through(plain, request_).content == b"\x00{slots}"
    assert calls == []
