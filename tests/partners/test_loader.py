import gzip

from campaign_blocks.partners.views.loader import source


def test_loader__weighs_at_most_1200_bytes_gzipped():
    assert len(gzip.compress(source())) <= 1200


def test_loader__is_a_script_that_any_site_may_load(client, db):
    response = client.get("/embed.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert b"cw-embed" in response.content


def test_loader__is_cacheable_and_sets_no_cookie(client, db):
    response = client.get("/embed.js")
    assert "public" in response["Cache-Control"] and not response.cookies


def test_loader__known_version_is_not_sent_again(client, db):
    version = client.get("/embed.js")["ETag"]
    response = client.get("/embed.js", headers={"If-None-Match": version})
    assert (response.status_code, response.content) == (304, b"")
