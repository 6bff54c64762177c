import pytest
from django.core.files.base import ContentFile
from django.db import Error, InterfaceError, OperationalError, connection
from django.test import override_settings
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from cms import errors


def test_unknown_address__is_a_404_in_the_sites_look(client, home_page):
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert b"site.css" in response.content
    assert response["Cache-Control"] == "no-store"


@override_settings(DEBUG=False)
def test_error_page__asks_nothing_of_the_database(rf):
    # Without the db fixture any query fails.
    for view, status in ((errors.server_error, 500), (errors.forbidden, 403)):
        assert view(rf.get("/")).status_code == status


@pytest.mark.django_db
def test_readyz__says_so_when_the_database_is_away(client, monkeypatch):
    assert client.get("/readyz").status_code == 200

    def away():
        raise Error

    monkeypatch.setattr(connection, "cursor", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"


def test_healthz__works_without_a_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get("/healthz").json() == {"status": "ok"}


def test_public_page__has_strict_policies_and_no_cookie(client, home_page):
    response = client.get("/")
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Permissions-Policy"]
    assert not response.cookies


def test_admin__has_the_policy_that_the_editor_needs(editor_client, home_page):
    response = editor_client.get("/admin/")
    assert "script-src 'self' 'unsafe-inline'" in response["Content-Security-Policy"]


def test_dashboard__shows_every_plugins_panel(editor_client, home_page):
    from campaign_blocks.kit.doors import dashboard_panels

    text = editor_client.get("/admin/").content.decode()
    assert dashboard_panels()
    for panel in dashboard_panels():
        assert str(panel.title) in text


def test_robots__keeps_search_engines_out_of_the_admin(client, db):
    assert b"Disallow: /admin/" in client.get("/robots.txt").content


def test_error_page__that_cannot_be_drawn_is_plain(rf, monkeypatch):
    def broken(*args):
        raise ValueError

    monkeypatch.setattr(errors, "render_to_string", broken)
    response = errors.server_error(rf.get("/"))
    assert response.status_code == 500
    assert b"try again later" in response.content


def test_public_page__sets_no_cookie_for_a_stale_session(client, home_page):
    client.cookies["sessionid"] = "long-gone"
    response = client.get("/")
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies


@pytest.mark.parametrize("address", ["/robots.txt", "/admin", "/sitemap.xml"])
def test_answer__that_no_view_declared_public_is_private(client, home_page, address):
    assert client.get(address)["Cache-Control"] == "private"


def test_private_document__is_kept_by_no_shared_cache(client, editor_client, home_page):
    folder = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=folder, restriction_type="login")
    file = ContentFile(b"secret", name="plan.pdf")
    document = Document.objects.create(title="Plan", file=file, collection=folder)
    response = editor_client.get(document.url)
    assert b"".join(response.streaming_content) == b"secret"
    assert response["Cache-Control"] == "private"


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_server_error__database_away_is_a_pause(rf, error):
    try:
        raise error
    except error:
        response = errors.server_error(rf.get("/"))
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
