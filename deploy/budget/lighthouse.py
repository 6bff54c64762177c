"""Lighthouse on a simulated phone, from npm, kept in the cache outside the checkout."""

import hashlib
import json
import os
import shutil
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.services import packages, places

HERE = Path(__file__).parent
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "lcp": "largest-contentful-paint",
    "cls": "cumulative-layout-shift",
    "tbt": "total-blocking-time",
}


@dataclass(frozen=True)
class Score:
    """Categories from 0 to 100; LCP and TBT in milliseconds; medians of all runs."""

    values: dict[str, float]
    faults: list[str]


def obtain() -> str:
    """The program, installed from the locked list the first time."""
    npm = packages.program("npm", "npm")
    lock = (HERE / "package-lock.json").read_bytes()
    kept = places.cache_dir() / f"lighthouse-{hashlib.sha256(lock).hexdigest()[:10]}"
    program = kept / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        kept.mkdir(exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, kept)
        install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(install, cwd=kept, capture_output=True, check=False)
        if done.returncode:
            raise packages.Missing("lighthouse can't be installed from npm")
    return str(program)


def score(program: str, chromium: str, address: str, runs: int) -> Score:
    reports = [run(program, chromium, address) for _ in range(runs)]
    values = {
        name: statistics.median(report["categories"][name]["score"] * 100 for report in reports)
        for name in CATEGORIES
    }
    for name, audit in FIGURES.items():
        values[name] = statistics.median(
            float(report["audits"][audit].get("numericValue", 0)) for report in reports
        )
    return Score(values, faults(reports[0]))


def run(program: str, chromium: str, address: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [program, address, "--quiet", "--output=json", f"--output-path={report}"]
        flags = f"--chrome-flags={FLAGS} --user-data-dir={folder}/profile"
        only = f"--only-categories={','.join(CATEGORIES)}"
        environment = {**os.environ, "CHROME_PATH": chromium}
        subprocess.run(
            [*command, flags, only],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=180,
        )
        return dict(json.loads(report.read_text()))


def faults(report: dict[str, Any]) -> list[str]:
    """The audits that cost points in the categories that must be whole."""
    names = {
        reference["id"]
        for category in ("accessibility", "best-practices", "seo")
        for reference in report["categories"][category]["auditRefs"]
        if reference["weight"]
    }
    audits = [report["audits"][name] for name in sorted(names)]
    return [audit["id"] for audit in audits if audit["score"] is not None and audit["score"] < 1]
