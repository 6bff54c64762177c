"""The click, in a real Chromium: what is loaded when, and where the focus goes."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from campaign_blocks.kit.registry import campaign_blocks
from campaign_blocks.video import apps
from home.demo.library import FILM, MEDIA
from tests.kit.chromium import FLAGS, executable
from tests.video.factories import captions, document

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
ORIGIN = "http://testserver"
STATIC = Path(apps.__file__).parent / "static/video"
STYLE = (STATIC / "pages/video.css").read_text(encoding="utf-8")
SCRIPT = (STATIC / "site/click-video.js").read_text(encoding="utf-8")
PAGE = "<!doctype html><html lang=en><title>Page</title><style>{}</style><main>{}</main>{}"
YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def local():
    film = document("film.mp4", (MEDIA / f"{FILM}.mp4").read_bytes())
    return {"title": "Ban it", "file": film.pk, "captions": captions().pk}


def remote():
    return {"title": "Ban it", "url": YOUTUBE, "transcript": "Words."}


@contextmanager
def shown(value, script=True, broken=False):
    """The page, and the addresses it asked for beyond itself."""
    block = campaign_blocks()["video"]
    code = "" if broken else f"<script type=module>{SCRIPT}</script>"
    html = PAGE.format(STYLE, block.render(block.to_python(value)), code)
    asked = []

    def answer(route):
        if route.request.url == f"{ORIGIN}/":
            return route.fulfill(body=html, content_type="text/html; charset=utf-8")
        asked.append(route.request.url)
        if route.request.url.endswith(".mp4"):
            body = (MEDIA / f"{FILM}.mp4").read_bytes()
            return route.fulfill(body=body, content_type="video/mp4")
        return route.fulfill(body="<title>Player</title>The film", content_type="text/html")

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        page = browser.new_page(java_script_enabled=script)
        page.set_default_timeout(15_000)
        page.route("**/*", answer)
        page.goto(f"{ORIGIN}/")
        yield page, asked
        browser.close()


def focused(page):
    return page.evaluate("document.activeElement.tagName")


def test_click__file_loads_and_focus_moves_into_the_player():
    with shown(local()) as (page, asked):
        page.wait_for_timeout(300)
        assert asked == []  # neither the film nor its captions
        assert "<video" not in page.inner_text("main")
        page.get_by_role("button", name="Play video: Ban it").click()
        page.wait_for_function("document.querySelector('video').currentTime > 0")
        assert focused(page) == "VIDEO"
        assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "showing"
        assert any(address.endswith(".mp4") for address in asked)


@pytest.mark.parametrize("way", ["escape", "close"])
def test_click__escape_and_close_give_the_focus_back(way):
    with shown(local()) as (page, _):
        button = page.get_by_role("button", name="Play video: Ban it")
        button.click()
        page.wait_for_function("!document.querySelector('video').paused")
        if way == "escape":
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name="Close the video").click()
        assert button.is_visible()
        assert page.evaluate("document.activeElement.className") == "video__play"
        assert page.locator("video").count() == 0


def test_click__keyboard_reaches_the_button_alone_before_the_click():
    with shown(local()) as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "video__play"
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.tagName === 'VIDEO'")


def test_click__remote_is_framed_only_after_it():
    with shown(remote()) as (page, asked):
        page.wait_for_timeout(300)
        assert asked == []
        page.get_by_role("button", name="Play video: Ban it (on YouTube)").click()
        page.frame_locator("iframe[title='Ban it']").get_by_text("The film").wait_for()
        assert focused(page) == "IFRAME"
        assert [address.split("?")[0] for address in asked] == [
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
        ]


def test_click__remote_close_takes_the_frame_away():
    with shown(remote()) as (page, _):
        page.get_by_role("button", name="Play video: Ban it (on YouTube)").click()
        page.get_by_role("button", name="Close the video").click()
        assert page.locator("iframe").count() == 0
        assert page.evaluate("document.activeElement.className") == "video__play"


def test_without_script__file_has_the_browsers_own_controls():
    with shown(local(), script=False) as (page, asked):
        assert page.locator("video[controls][preload=none]").is_visible()
        assert page.get_by_role("button").count() == 0 and asked == []
        assert page.get_by_role("link").count() == 0


def test_without_script__remote_is_a_link():
    with shown(remote(), script=False) as (page, _):
        link = page.get_by_role("link", name="Play video: Ban it (on YouTube)")
        assert link.get_attribute("href") == YOUTUBE


def test_failed_script__poster_leads_to_the_file():
    with shown(local(), broken=True) as (page, _):
        link = page.get_by_role("link", name="Play video: Ban it")
        assert link.get_attribute("href").endswith(".mp4")
