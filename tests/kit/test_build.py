"""What another build has kept is not taken for ours."""

from pathlib import Path

import pytest

from campaign_blocks.kit import build
from campaign_blocks.kit.build import build_name
from tests.kit.plugins import absent, forget, only


@pytest.fixture(autouse=True)
def forgotten():
    forget()
    yield
    forget()


def test_name__is_the_same_each_time():
    first = build_name()
    forget()
    assert (build_name(), len(first)) == (first, 12)


def test_name__changes_with_the_installed_blocks():
    before = build_name()
    with absent():
        assert build_name() != before


def test_name__changes_with_a_template(monkeypatch, tmp_path):
    before, found = build_name(), list(build.sources())
    changed = tmp_path / "poll.html"
    changed.write_text("<p>New words</p>")
    monkeypatch.setattr(build, "sources", lambda: [*found, changed])
    forget()
    assert build_name() != before


def test_name__changes_with_the_style(monkeypatch):
    before = build_name()
    monkeypatch.setattr(build, "static", lambda path: f"/static/{path}?new")
    forget()
    assert build_name() != before


def test_sources__are_ours_and_the_strangers():
    names = {path.name for path in build.sources()}
    assert {"poll.html", "stream.html", "base.html"} <= names
    assert not any("site-packages/wagtail/" in str(path) for path in build.sources())


def test_sources__exist_even_without_a_block():
    with only():
        assert all(Path(path).is_file() for path in build.sources())
