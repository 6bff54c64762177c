"""The shipped nginx configuration in a real nginx."""

import gzip
import re
import time

import pytest

from cms.secret_links import secret_beginnings

pytestmark = pytest.mark.service("nginx")


def paths(app):
    return [path for _, path, _ in app.seen if path != "/wait/"]


def test_page__is_asked_for_once(proxy, app):
    first, second = proxy.get("/"), proxy.get("/")
    assert first.text == second.text
    assert [first.headers["X-Cache"], second.headers["X-Cache"]] == ["MISS", "HIT"]
    assert paths(app) == ["/"]


@pytest.mark.parametrize("link", ["/?s=abc", "/?utm_source=mail&utm_medium=x", "/?fbclid=1"])
def test_page__shared_link_gets_the_same_copy(proxy, app, link):
    assert proxy.get("/").text == proxy.get(link).text
    assert len(paths(app)) == 1


def test_page__filters_get_copies_of_their_own(proxy, app):
    proxy.get("/scoreboard/?state=CA")
    proxy.get("/scoreboard/?state=NY")
    proxy.get("/scoreboard/?s=abc&state=NY")
    assert paths(app) == ["/scoreboard/?state=CA", "/scoreboard/?state=NY"]


def test_page__signed_in_people_bypass_the_cache(proxy, app):
    anonymous = proxy.get("/")
    signed_in = proxy.get("/", Cookie="__Host-sessionid=abc")
    assert signed_in.text != anonymous.text
    assert proxy.get("/").text == anonymous.text


def test_page__private_answer_is_never_kept(proxy, app):
    app.headers = {"Cache-Control": "no-store"}
    assert proxy.get("/partners/").text != proxy.get("/partners/").text


def test_page__answer_with_a_cookie_is_never_kept(proxy, app):
    app.headers["Set-Cookie"] = "sessionid=1"
    assert proxy.get("/").text != proxy.get("/").text


def test_post__always_reaches_the_application(proxy, app):
    for _ in range(2):
        proxy.get("/petitions/ban/sign/", method="POST")
    assert [method for method, path, _ in app.seen if path != "/wait/"] == ["POST", "POST"]


@pytest.mark.parametrize("status", [500, 503])
def test_page__old_copy_serves_while_the_application_fails(proxy, app, status):
    app.headers["Cache-Control"] = "public, s-maxage=1, stale-if-error=600"
    kept = proxy.get("/")
    app.status = status
    time.sleep(2.1)
    assert (proxy.get("/").status, proxy.get("/").text) == (200, kept.text)


def test_page__old_copy_serves_when_the_application_is_gone(proxy, app):
    app.headers["Cache-Control"] = "public, s-maxage=1, stale-if-error=600"
    kept = proxy.get("/")
    app.close()
    time.sleep(2.1)
    assert proxy.get("/").text == kept.text


def test_page__is_compressed_on_the_way_out(proxy, app):
    answer = proxy.get("/", Accept_Encoding="gzip")
    assert b"a page" in gzip.decompress(answer.text)
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_client_address__cannot_be_invented(proxy, app):
    invented = {"X_Forwarded_For": "1.2.3.4", "X_Real_IP": "1.2.3.4", "Forwarded": "for=1.2.3.4"}
    proxy.get("/", **invented)
    headers = app.seen[-1][2]
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert headers["X-Forwarded-Proto"] == "https"
    assert "1.2.3.4" not in str(headers)


def test_documents__are_not_served_past_the_application(proxy):
    (proxy.folder / "media" / "documents" / "private.pdf").write_text("secret")
    (proxy.folder / "media" / "logo.svg").write_text("<svg/>")
    assert proxy.get("/media/documents/private.pdf").status == 404
    assert proxy.get("/media/images/../documents/private.pdf").status == 404
    assert "sandbox" in proxy.get("/media/logo.svg").headers["Content-Security-Policy"]


def test_log__holds_no_address_and_no_query(proxy):
    proxy.get("/search/?q=somebody@example.org", Referer="https://private.example/")
    log = proxy.log_with("/search/")
    assert not re.search(r"somebody|127\.0\.0\.1|private\.example", log)


def test_originals__keep_what_a_camera_wrote_to_themselves(proxy):
    (proxy.folder / "media" / "original_images").mkdir()
    (proxy.folder / "media" / "original_images" / "march.jpg").write_text("somewhere")
    assert proxy.get("/media/original_images/march.jpg").status == 404


def test_log__holds_no_secret_of_a_mailed_link(proxy):
    for beginning in secret_beginnings():
        proxy.get(f"{beginning}s3cr3t/change/")
        assert "s3cr3t" not in proxy.log_with(f"{beginning}-/ ")


def test_log__tells_pages_beside_the_links_apart(proxy):
    proxy.get("/my-signature/")
    proxy.get("/letters/a-page/")
    log = proxy.log_with("/letters/a-page/ ")
    assert "/my-signature/ " in log


@pytest.mark.parametrize("level", ["access", "error"])
def test_log__of_an_application_that_is_away_names_nobody(proxy, app, level):
    app.close()
    assert proxy.get("/confirm/s3cr3t/?q=ana").status == 502
    proxy.log_with("/confirm/-/ 502")
    assert not re.search(r"s3cr3t|ana|127", (proxy.folder / f"{level}.log").read_text())
