"""What surrounds every page: the head, the landmarks, the error pages."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from django.template.loader import render_to_string
from wagtail.models import Site

from home.models import SiteSettings
from tests.look.factories import page_with, section

ERRORS = ["403.html", "404.html", "500.html", "503.html"]


@pytest.fixture
def html(client, home_page):
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.name, settings.tagline = "Ban It", "Faces are not barcodes."
    settings.save()
    page = page_with(home_page, section("opening", headline="Ban it"))
    return client.get(page.url).content.decode()


def test_page__has_each_landmark_once(html):
    for landmark in ("<header", "<main", "<footer"):
        assert html.count(landmark) == 1


def test_skip_link__is_the_first_link_and_leads_to_main(html):
    assert re.search(r'<a [^>]*href="([^"]+)"', html[html.index("<body") :])[1] == "#main"
    assert '<main id="main" tabindex="-1">' in html


def test_head__names_title_description_and_address(html, settings):
    assert "<title>A campaign – Ban It</title>" in html
    assert '<meta name="description" content="Faces are not barcodes.">' in html
    assert f'<link rel="canonical" href="{settings.BASE_URL}/page/">' in html
    assert '<meta property="og:title" content="A campaign">' in html


def test_page__says_its_language_and_direction(html):
    assert re.search(r'<html lang="en" dir="ltr"', html)


def test_inline_script__is_one_and_the_policy_names_it_by_its_digest(client, html):
    response = client.get("/page/")
    (script,) = re.findall(r"<script>(.*?)</script>", response.content.decode(), re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = [part.split() for part in response["Content-Security-Policy"].split(";")]
    assert ["script-src", "'self'", f"'sha256-{digest}'"] in policy
    assert "unsafe" not in response["Content-Security-Policy"]


def test_page__loads_nothing_from_elsewhere_and_holds_no_inline_style(html):
    assert not re.search(r'(src|srcset)="https?:|<style|style="', html)
    for href in re.findall(r'<link [^>]*href="([^"]+)"[^>]*>', html):
        assert href.startswith("/") or "canonical" in html.split(href)[0][-30:]


def test_font__is_preloaded_from_our_own_files(html):
    assert re.search(r'<link rel="preload" href="/static/cms/fonts/archivo[^"]*\.woff2"', html)


def test_brand_colours__come_as_a_stylesheet_only_when_they_are_not_ours(client, home_page, html):
    assert "/brand-" not in html
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.primary_colour = "#FFD400"
    settings.save()
    changed = client.get("/page/").content.decode()
    css = client.get(re.search(r"/brand-\w+\.css", changed)[0])
    assert b"--alarm:#FFD400;--on-alarm:#14110F" in css.content


@pytest.mark.parametrize("template", ERRORS)
def test_error_page__asks_no_database_and_says_what_to_do(template, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        html = render_to_string(template)
    assert html.count("<h1") == 1
    assert "<title>" in html
    assert html.count("<main") == 1
    assert "noindex" in html
    assert 'class="button"' in html


def test_unknown_address__is_a_404_in_the_sites_look(client, home_page):
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert b"No match found" in response.content
    assert b"cms/dist/site.css" in response.content
