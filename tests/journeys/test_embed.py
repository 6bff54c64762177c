"""One line of code brings the map into a page of somebody else."""

import http.server
import threading

import pytest
from playwright.sync_api import expect


@pytest.fixture
def neighbour():
    """A web site of somebody else: another origin, with one page that a test can write."""
    words = {}

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(words["html"].encode())

        def log_message(self, *ignored):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def publish(html):
        words["html"] = html
        return f"http://127.0.0.1:{server.server_port}/"

    yield publish
    server.shutdown()
    server.server_close()


def code(page, label):
    page.goto("/")
    return page.locator(".section--embed").get_by_label(label).input_value()


def test_line_of_code__frames_the_map_under_a_name_and_fits_its_height(desktop, neighbour):
    line = code(desktop, "Code to paste into your page")
    assert "\n" not in line.strip()
    desktop.goto(neighbour(f"<!doctype html><title>Us</title><h1>Us</h1>{line}"))
    frame = desktop.locator("iframe")
    assert frame.get_attribute("title").startswith("Map")
    frame.scroll_into_view_if_needed()
    inside = frame.content_frame
    inside.locator("body").wait_for()
    fits = """() => { const frame = document.querySelector("iframe");
        return frame.height !== "640" && frame.height > 100; }"""
    desktop.wait_for_function(fits)
    needed = inside.locator("body").evaluate("body => body.scrollHeight")
    assert abs(int(frame.get_attribute("height")) - needed) <= 2
    assert desktop.context.cookies() == []


def test_frame__follows_when_the_window_gets_narrow(desktop, neighbour):
    desktop.goto(neighbour(code(desktop, "Code to paste into your page")))
    desktop.locator("iframe").scroll_into_view_if_needed()
    desktop.wait_for_function("() => document.querySelector('iframe')?.height !== '640'")
    before = desktop.locator("iframe").get_attribute("height")
    desktop.set_viewport_size({"width": 360, "height": 900})
    changed = "before => document.querySelector('iframe').height !== before"
    desktop.wait_for_function(changed, arg=before)


def test_code_without_script__shows_the_map(open_page, desktop, neighbour):
    html = code(desktop, "Code without a script")
    page = open_page(java_script_enabled=False)
    page.goto(neighbour(html))
    expect(page.locator("iframe").content_frame.locator("main")).not_to_be_empty()
