"""What protects public forms without a cookie."""

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from campaign_blocks.kit.public_forms import token as tokens
from campaign_blocks.kit.public_forms.origin import may_post
from campaign_blocks.kit.public_forms.plain_words import clean_words
from campaign_blocks.kit.public_forms.senders import posts_before
from campaign_blocks.kit.public_forms.token import PublicToken

HOUR = 3600


def test_token__is_good_for_its_purpose_alone():
    raw = PublicToken(purpose="map.report:1:0").sign()
    assert tokens.read(raw, purpose="map.report:1:0").embed is False
    assert tokens.read(raw, purpose="map.report:1:2") is None
    assert tokens.read(raw[:-1] + "x", purpose="map.report:1:0") is None


def test_token__is_too_old_after_a_weekend(monkeypatch):
    raw = PublicToken(purpose="x", embed=True).sign()
    now = tokens.time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + tokens.LONGEST_LIFE + 2)
    assert tokens.read(raw, purpose="x") is None


@pytest.mark.parametrize(
    ("headers", "embed", "allowed"),
    [
        ({"HTTP_ORIGIN": "http://testserver"}, False, True),
        ({"HTTP_ORIGIN": "https://evil.example"}, True, False),
        ({"HTTP_ORIGIN": "null"}, True, True),
        ({"HTTP_ORIGIN": "null"}, False, False),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, False, False),
        ({}, False, True),
    ],
)
def test_origin__is_ours_or_an_embed(headers, embed, allowed):
    assert may_post(RequestFactory().post("/", **headers), from_embed=embed) is allowed


def test_senders__one_network_is_counted_and_others_are_not(settings):
    settings.RATE_EXEMPT_LOOPBACK = False

    def post(address):
        request = RequestFactory().post("/", REMOTE_ADDR=address)
        return posts_before(request, purpose="test", seconds=HOUR)

    assert [post("192.0.2.1") for _ in range(3)] == [0, 1, 2]
    assert post("192.0.2.2") == 0
    assert [post("2001:db8::1"), post("2001:db8::2")] == [0, 1]


def test_senders__loopback_may_be_exempt(settings):
    settings.RATE_EXEMPT_LOOPBACK = True
    request = RequestFactory().post("/", REMOTE_ADDR="127.0.0.1")
    assert [posts_before(request, purpose="test", seconds=HOUR) for _ in range(3)] == [0, 0, 0]


@pytest.mark.parametrize("text", ["a\u202eb", "a\x00b", "a\ufffdb", "e" + "\u0301" * 20])
def test_words__that_hide_something(text):
    with pytest.raises(ValidationError):
        clean_words(text)


def test_words__lines_stay_and_gaps_close():
    assert clean_words(" a  b \r\n c ", lines=True) == "a b\nc"
