"""make budget.

BASE_URL measures a running site, RUNS=5 takes Lighthouse's median of five, LIGHTHOUSE=0 skips it.
"""

import os

from playwright.sync_api import Browser, sync_playwright

from deploy.budget import access, lighthouse, verdict
from deploy.budget.table import Budget, budgets
from deploy.budget.weigh import weigh
from deploy.demo_site import Site, site
from deploy.services import packages, programs

CHROMIUM_FLAGS = lighthouse.FLAGS.split()[1:]
LIGHTHOUSE_PAGES = ("campaign", "petition", "scoreboard", "map")


def main() -> int:
    browser = programs.obtain("chromium")
    if browser is None:
        raise SystemExit("Chromium is missing: install the package chromium, or set CHROMIUM")
    with site() as running:
        listed = budgets(running)
        with sync_playwright() as play:
            opened = play.chromium.launch(executable_path=browser, args=CHROMIUM_FLAGS)
            said = weights(opened, running, listed) + axe(opened, running, listed)
            opened.close()
        said += verdict.loader(running)
        if os.environ.get("LIGHTHOUSE") != "0":
            said += scores(browser, running, listed)
    print("\n" + ("\n".join(f"broken: {line}" for line in said) or "every budget is kept"))
    return 1 if said else 0


def weights(browser: Browser, running: Site, listed: list[Budget]) -> list[str]:
    said = []
    print(verdict.heading())
    for budget in listed:
        weight = weigh(browser, running.base + budget.path)
        print(verdict.row(budget, weight), flush=True)
        said += verdict.broken(budget, weight)
        if budget.path == "/":
            print(f"{'':14}HTML, CSS, JS {weight.together:.1f}; whole page {weight.whole:.0f}")
    return said


def axe(browser: Browser, running: Site, listed: list[Budget]) -> list[str]:
    said = []
    for budget in listed:
        found = access.violations(browser, running.base + budget.path)
        print(f"axe {budget.name}: {len(found)} violations", flush=True)
        said += [f"axe {budget.name} {line}" for line in found]
    return said


def scores(browser: str, running: Site, listed: list[Budget]) -> list[str]:
    said = []
    try:
        program = lighthouse.obtain()
    except packages.Missing as error:
        return [f"lighthouse: {error}"]
    for budget in listed:
        if budget.name in LIGHTHOUSE_PAGES:
            runs = int(os.environ.get("RUNS", "1"))
            score = lighthouse.score(program, browser, running.base + budget.path, runs)
            shown = ", ".join(f"{name} {value:.3g}" for name, value in score.values.items())
            print(f"lighthouse {budget.name}: {shown}", flush=True)
            said += verdict.judged(budget.path, score)
    return said


if __name__ == "__main__":
    raise SystemExit(main())
