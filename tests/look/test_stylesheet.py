"""House rules of the look, checked on the sources and on the whole bundle."""

import gzip
import re
from pathlib import Path

import pytest

from cms.bundles import script, sources, stylesheet
from home.brand import contrast

OURS = [path for folder, path in sources("css") if folder in {"cms/site", "kit/site"}]
PHYSICAL = re.compile(r"(?<![\w-])(?:\w+-)?(?:left|right)\b|(?<![\w-])(?:width|height)\s*:")
TOKENS = (Path(__file__).resolve().parents[2] / "cms/static/cms/site/10-tokens.css").read_text()


def packed(text):
    return len(gzip.compress(text.encode(), 9))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_source__speaks_in_logical_properties(path):
    assert PHYSICAL.findall(path.read_text()) == []


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_source__has_no_rounded_corner_and_no_soft_shadow(path):
    text = path.read_text()
    assert not re.search(r"border-radius:\s*[1-9]", text)
    assert not re.search(r"box-shadow:[^;]*\d+px \d+px [1-9]", text)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_source__is_inside_a_layer(path):
    rules = re.sub(r"@font-face\s*{[^}]*}|/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    assert rules.strip().startswith("@layer")


def test_whole_stylesheet__keeps_its_budget():
    assert packed(stylesheet()) <= 14 * 1024


def test_whole_script__keeps_its_budget():
    assert packed(script()) <= 8 * 1024


def test_script__is_free_of_globals_and_imports():
    for folder, path in sources("js"):
        if folder in {"cms/site", "kit/site"}:
            assert not re.search(r"\bwindow\.\w+\s*=|^import ", path.read_text(), re.MULTILINE)


def test_themes__set_the_same_tokens_by_choice_and_by_system():
    chosen = re.search(r'data-theme="dark"\] {(.*?)}', TOKENS, re.DOTALL)[1]
    by_system = re.search(r'not\(\[data-theme="light"\]\) {(.*?)}', TOKENS, re.DOTALL)[1]
    tokens = [set(re.findall(r"(--[\w-]+: [^;]+);", text)) for text in (chosen, by_system)]
    assert tokens[0] == tokens[1] != set()


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("#14110f", "#ffffff"),
        ("#14110f", "#f4efe6"),
        ("#c8102e", "#f4efe6"),
        ("#6b6257", "#f4efe6"),
        ("#ff5a6e", "#221d19"),
        ("#b9b0a4", "#221d19"),
        ("#c9c1b6", "#14110f"),
        ("#ffffff", "#084b8a"),
    ],
)
def test_pair_of_tokens__reads(text, ground):
    for colour in (text, ground):
        assert colour in TOKENS.replace("#fff;", "#ffffff;")
    assert contrast(text, ground) >= 4.5
