"""The full map in a slow browser: how long its tasks and a filter take. Also a program:

python -m deploy.bench.map_browser [ADDRESS]: of a site that runs; http://127.0.0.1:8000/map/ else.
"""

import os
import shutil
import sys
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

THROTTLE = 4
LONGEST_TASK, LONGEST_FILTER = 200, 100  # milliseconds
MOVES = ("in", "in", "east", "south", "in", "west", "north", "out", "out", "home")
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.tasks.push(duration);
}).observe({ type: "longtask" });
"""
FILTERS = "performance.getEntriesByName('map-filter').map(({ duration }) => duration)"
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


class Figures(NamedTuple):
    """Milliseconds: the longest task while the map moves, slowed down; each filter until it is
    painted, at full speed and slowed down."""

    longest_task: float
    filters: list[float]
    slow_filters: list[float]


def measure(page: Page, throttle: int = THROTTLE) -> Figures:
    """`page` shows a full map that has its places."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.evaluate(WATCH)
    page.evaluate("window.tasks.length = 0")
    for move in MOVES:
        page.locator(f"[data-move={move}]").dispatch_event("click")
        page.wait_for_timeout(500)
    longest = page.evaluate("Math.max(0, ...window.tasks)")
    slow_filters = filter_times(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return Figures(longest, filter_times(page), slow_filters)


def filter_times(page: Page) -> list[float]:
    """Each kind chosen and taken back."""
    page.evaluate("performance.clearMeasures('map-filter')")
    boxes = page.locator("#map-filters input[name=kind]")
    for number in range(boxes.count()):
        for _on_and_off in range(2):
            boxes.nth(number).evaluate("(box) => box.click()")
            page.wait_for_timeout(600)
    return list(page.evaluate(FILTERS))


def main(address: str) -> int:
    with sync_playwright() as playwright:
        options: dict[str, Any] = {"args": list(FLAGS)}
        found = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, **options)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        page.locator(".map-cluster").first.wait_for()
        page.wait_for_timeout(1000)
        figures = measure(page)
        browser.close()
    slowest = max(figures.filters)
    print(f"longest task while moving  {figures.longest_task:6.0f} ms  (at most {LONGEST_TASK})")
    print(f"slowest filter to repaint  {slowest:6.0f} ms  (at most {LONGEST_FILTER})")
    print(f"the same at 1/{THROTTLE} of the speed  {max(figures.slow_filters):6.0f} ms")
    return int(figures.longest_task > LONGEST_TASK or slowest > LONGEST_FILTER)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000/map/"))
