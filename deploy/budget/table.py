"""The budgets: kilobytes of gzip (images and fonts as they are), requests before scrolling."""

from dataclasses import dataclass
from typing import Literal

from deploy.demo_site import Site

Kind = Literal["html", "css", "js", "font", "image", "requests"]
KINDS: tuple[Kind, ...] = ("html", "css", "js", "font", "image", "requests")
TOGETHER = 44.0  # HTML, CSS and JS of the campaign page: what one lacks another may use
WHOLE_PAGE = 700.0  # the campaign page scrolled to its end, with every lazy image


@dataclass(frozen=True)
class Budget:
    name: str
    path: str
    limits: dict[Kind, float]


def limits(
    html: float, css: float, js: float, font: float, image: float, requests: int
) -> dict[Kind, float]:
    values = (html, css, js, font, image, float(requests))
    return dict(zip(KINDS, values, strict=True))


def budgets(site: Site) -> list[Budget]:
    petition = f"/petitions/{site.petition}/"
    embed = f"/embed/petition/{site.petition}/"
    listed = [
        Budget("campaign", "/", limits(28, 12, 4, 35, 60, 8)),
        Budget("petition", petition, limits(14, 12, 6, 35, 30, 7)),
        Budget("partner", site.partner, limits(28, 12, 4, 35, 60, 8)),
        Budget("thanks", petition + "thanks/", limits(10, 12, 6, 35, 0, 5)),
        Budget("scoreboard", "/scoreboard/", limits(32, 13, 6, 35, 60, 7)),
        # 4 KB of style and 51 of script are Leaflet's, asked for after the first paint.
        Budget("map", "/map/", limits(24, 16, 59, 35, 0, 13)),
        Budget("embed", embed, limits(12, 8, 4, 0, 0, 4)),
    ]
    return [budget for budget in listed if budget.path]


LOADER = ("/embed.js", 1.2)
