"""Comparing what was measured with what was promised, in lines of a table."""

import gzip
from urllib.request import urlopen

from deploy.budget.lighthouse import Score
from deploy.budget.table import KINDS, LOADER, TOGETHER, WHOLE_PAGE, Budget
from deploy.budget.weigh import Weight
from deploy.demo_site import Site

WHOLE = ("accessibility", "best-practices", "seo")
LAYOUT_SHIFT = 0.02


def heading() -> str:
    return f"{'KB gzip (budget)':14}" + "".join(f"{kind:>15}" for kind in KINDS)


def row(budget: Budget, weight: Weight) -> str:
    cells = [
        f"{weight.kilobytes[kind]:.1f} ({budget.limits[kind]:g})"
        + ("!" if weight.kilobytes[kind] > budget.limits[kind] else " ")
        for kind in KINDS
    ]
    return f"{budget.name:14}" + "".join(f"{cell:>15}" for cell in cells)


def broken(budget: Budget, weight: Weight) -> list[str]:
    """One sentence for each budget that this page breaks."""
    if weight.status != 200:
        return [f"{budget.name}: {budget.path} answers {weight.status}"]
    said = [
        f"{budget.name}: {kind} {weight.kilobytes[kind]:.1f}, budget {budget.limits[kind]:g}"
        for kind in KINDS
        if weight.kilobytes[kind] > budget.limits[kind]
    ]
    said += [f"{budget.name}: asks another host for {url}" for url in weight.foreign]
    if weight.cookies:
        said.append(f"{budget.name}: sets {weight.cookies} cookies")
    if budget.path == "/" and weight.together > TOGETHER:
        said.append(f"{budget.name}: HTML, CSS and JS {weight.together:.1f}, budget {TOGETHER:g}")
    if budget.path == "/" and weight.whole > WHOLE_PAGE:
        said.append(f"{budget.name}: whole page {weight.whole:.0f}, budget {WHOLE_PAGE:g}")
    return said


def loader(site: Site) -> list[str]:
    path, limit = LOADER
    with urlopen(site.base + path, timeout=30) as answer:  # noqa: S310  our own address
        kilobytes = len(gzip.compress(answer.read(), 9)) / 1024
    print(f"embed loader: {kilobytes:.2f} KB ({limit})")
    return [f"embed loader: {kilobytes:.2f}, budget {limit}"] if kilobytes > limit else []


def judged(path: str, score: Score) -> list[str]:
    """Performance depends on the machine and is only shown; the rest must be whole."""
    values = score.values
    said = [
        f"{path}: {name} {values[name]:.0f}, wanted 100" for name in WHOLE if values[name] < 100
    ]
    if values["cls"] > LAYOUT_SHIFT:
        said.append(f"{path}: layout shift {values['cls']:.3f}, budget {LAYOUT_SHIFT}")
    if said and score.faults:
        said.append(f"{path}: audits {', '.join(score.faults)}")
    return said
