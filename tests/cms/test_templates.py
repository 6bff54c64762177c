"""House rules for every public template, checked by reading them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("cms", "home", "search", "campaign_blocks", "scoreboard")
TEMPLATES = sorted(
    path
    for app in APPS
    for folder in ("templates", "jinja2")
    for path in (ROOT / app).rglob(f"{folder}/**/*.html")
)
COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}", re.DOTALL)
FORBIDDEN = {
    "csrf_token": "cached HTML must not hold a token",
    " style=": "the policy forbids inline style",
    "<style": "the policy forbids inline style",
    " onclick=": "the policy forbids inline script",
    "|safe": "escaping is never switched off",
}


def is_public(path):
    return not {"admin", "wagtailadmin"} & set(path.parts) and "mail" not in str(path)


@pytest.mark.parametrize("path", [p for p in TEMPLATES if is_public(p)], ids=lambda p: p.name)
def test_public_template__keeps_the_house_rules(path):
    text = COMMENT.sub("", path.read_text())
    for word, reason in FORBIDDEN.items():
        assert word not in text, reason
    for script in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in script or "application/ld+json" in script


def test_templates_were_found():
    assert len(TEMPLATES) > 20
