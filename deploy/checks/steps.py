"""The steps of `make check`: a title, a command, and the environment that it needs."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deploy.services.places import ROOT

BIN = Path(sys.executable).parent
CODE = ("cms", "home", "search", "campaign_blocks", "scoreboard")
TEST = {"DJANGO_SETTINGS_MODULE": "cms.settings.test"}


@dataclass(frozen=True)
class Step:
    title: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def production() -> dict[str, str]:
    """deploy/check.env: a production environment with secrets that open nothing."""
    lines = (ROOT / "deploy" / "check.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def manage(*words: str) -> tuple[str, ...]:
    return (sys.executable, "manage.py", *words)


def tool(name: str, *words: str) -> tuple[str, ...]:
    return (str(BIN / name), *words)


def steps() -> list[Step]:
    deployed = ("check", "--deploy", "--fail-level", "WARNING")
    return [
        Step("types", tool("mypy")),
        Step("lint", tool("ruff", "check", "--quiet", "--output-format", "concise", ".")),
        Step("format", tool("ruff", "format", "--quiet", "--check", ".")),
        Step("templates", tool("djlint", "--lint", "--quiet", *CODE)),
        Step("public templates", tool("pytest", "-q", "tests/cms/test_templates.py"), TEST),
        Step("floors", tool("lint-imports")),
        Step("migrations", manage("makemigrations", "--check", "--dry-run"), TEST),
        Step("deployment", manage(*deployed), production()),
    ]
