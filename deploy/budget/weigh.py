"""Weighing a page: every answer that Chromium fetches before a visitor scrolls."""

import gzip
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, ViewportSize

from deploy.budget.table import KINDS, Kind

PHONE: ViewportSize = {"width": 390, "height": 844}
KIND_OF: dict[str, Kind] = {
    "document": "html",
    "stylesheet": "css",
    "script": "js",
    "font": "font",
    "image": "image",
}


@dataclass
class Weight:
    kilobytes: dict[str, float] = field(default_factory=lambda: dict.fromkeys(KINDS, 0.0))
    foreign: list[str] = field(default_factory=list)
    cookies: int = 0
    status: int = 0
    whole: float = 0.0

    @property
    def together(self) -> float:
        return sum(self.kilobytes[kind] for kind in ("html", "css", "js"))


def weigh(browser: Browser, address: str) -> Weight:
    """First view on a phone; then scrolled to the end for the whole."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    answer = page.goto(address, wait_until="networkidle")
    status = answer.status if answer else 0
    weight = Weight(cookies=len(context.cookies()), status=status)
    host = urlsplit(address).netloc
    for each in answers:
        add(weight, each, host)
    scroll(page)
    weight.whole = sum(map(size, answers))
    context.close()
    return weight


def add(weight: Weight, answer: Response, host: str) -> None:
    parts = urlsplit(answer.url)
    if parts.scheme == "data":
        return
    if parts.netloc != host:
        weight.foreign.append(answer.url)
    weight.kilobytes["requests"] += 1
    kind = KIND_OF.get(answer.request.resource_type)
    if kind:
        weight.kilobytes[kind] += size(answer)


def size(answer: Response) -> float:
    """Text as gzip would send it, pictures and fonts as they are."""
    if urlsplit(answer.url).scheme == "data" or not answer.ok:
        return 0.0
    body = answer.body()
    packed = answer.request.resource_type in {"image", "font", "media"}
    svg = "svg" in answer.headers.get("content-type", "")
    return len(body if packed and not svg else gzip.compress(body, 6)) / 1024


def scroll(page: Page) -> None:
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, int(height), PHONE["height"]):
        page.evaluate("top => window.scrollTo(0, top)", top)
        page.wait_for_timeout(60)
    page.wait_for_load_state("networkidle")
