import http.client

import pytest

from scoreboard.imports import fetch as fetching
from scoreboard.imports.fetch import Answer, fetch
from scoreboard.imports.problems import ImportProblem

PUBLIC = ["93.184.215.14"]


def opener(*answers):
    waiting = list(answers)

    def open_pinned(url, address, seconds):
        opener.asked = [*getattr(opener, "asked", []), (url.hostname, address)]
        return waiting.pop(0)

    opener.asked = []
    return open_pinned


def refuse(url, address, seconds):
    raise AssertionError("nothing may be opened")


def test_fetch__connects_to_the_address_that_was_checked():
    body = fetch(
        "https://a.org/x", resolve=lambda h: PUBLIC, open_pinned=opener(Answer(200, "", b"ok"))
    )
    assert body == b"ok"
    assert opener.asked == [("a.org", PUBLIC[0])]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  an address to refuse
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b:1::1",
    ],
)
def test_fetch__a_private_address_is_never_opened(address):
    with pytest.raises(ImportProblem, match="not on the public internet"):
        fetch("https://a.org/", resolve=lambda h: [*PUBLIC, address], open_pinned=refuse)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.org/",
        "file:///etc/passwd",
        "gopher://a.org/",
        "ftp://a.org/",
        "https://a.org:8443/",
        "https://user@a.org/",
        "https://user:word@a.org/",
        "https:///x",
        "https://a.org:99999/",
        "https://[::1/",
    ],
)
def test_fetch__other_kinds_of_address_are_refused(url):
    with pytest.raises(ImportProblem):
        fetch(url, resolve=lambda h: PUBLIC, open_pinned=refuse)


@pytest.mark.parametrize(
    "host", ["127.1", "0x7f.1", "017700000001", "[::1]", "[::ffff:7f00:1]", "localhost"]
)
def test_fetch__odd_spellings_of_this_machine(host):
    with pytest.raises(ImportProblem):
        fetch(f"https://{host}/", open_pinned=refuse)


def test_fetch__a_redirect_to_a_private_host_is_not_followed():
    hosts = {"a.org": PUBLIC, "inner": ["10.0.0.1"]}
    answers = opener(Answer(302, "https://inner/", b""))
    with pytest.raises(ImportProblem, match="not on the public internet"):
        fetch("https://a.org/", resolve=hosts.__getitem__, open_pinned=answers)
    assert len(opener.asked) == 1


def test_fetch__a_redirect_to_http_is_not_followed():
    with pytest.raises(ImportProblem, match="only https"):
        fetch(
            "https://a.org/",
            resolve=lambda h: PUBLIC,
            open_pinned=opener(Answer(301, "http://a.org/", b"")),
        )


def test_fetch__at_most_three_redirects():
    answers = opener(*[Answer(302, "/again", b"")] * 9)
    with pytest.raises(ImportProblem, match="more than 3 redirects"):
        fetch("https://a.org/", resolve=lambda h: PUBLIC, open_pinned=answers)
    assert len(opener.asked) == 4


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(404, "", b""), "status 404"),
        (Answer(200, "", b"x" * (fetching.MAX_BYTES + 1)), "larger than 10 MB"),
    ],
)
def test_fetch__an_answer_that_is_of_no_use(answer, message):
    with pytest.raises(ImportProblem, match=message):
        fetch("https://a.org/", resolve=lambda h: PUBLIC, open_pinned=opener(answer))


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (TimeoutError(), "no answer within 10 seconds"),
        (ConnectionResetError("reset"), "reset"),
        (http.client.BadStatusLine("x"), "x"),
    ],
)
def test_fetch__a_connection_that_fails(error, message):
    def fail(url, address, seconds):
        raise error

    with pytest.raises(ImportProblem, match=message):
        fetch("https://a.org/", resolve=lambda h: PUBLIC, open_pinned=fail)
