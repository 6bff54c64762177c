"""axe over every page: light and dark, phone and desktop."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (320, 1280)


def violations(browser: Browser, address: str) -> list[str]:
    """One line for each broken rule: where, which, and the first element."""
    found = []
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 900}
            )
            page = context.new_page()
            page.goto(address, wait_until="networkidle")
            for broken in Axe().run(page).response["violations"]:
                first = broken["nodes"][0]["target"]
                found.append(f"{scheme} {width}: {broken['id']} at {first}")
            context.close()
    return found
