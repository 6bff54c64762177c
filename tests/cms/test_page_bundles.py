"""`static/<label>/page-<name>/`: the style and script of one page, as one file of each kind."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from cms.bundles import (
    BundleFinder,
    bundles,
    page_folders,
    page_script,
    page_stylesheet,
    sources,
)

NAMED = re.compile(r"^(?:async )?(?:class|function|const|let) (\w+)", re.MULTILINE)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "shop" / "page-x"
    folder.mkdir(parents=True)
    return folder


def test_page_folder__becomes_one_file_of_each_kind():
    names = dict(page_folders())
    assert names["map-full"].name == "page-full"
    assert {"cms/dist/map-full.css", "cms/dist/map-full.js"} <= set(bundles())
    for path in bundles():
        assert Path(finders.find(path)).stat().st_size > 0


def test_page_folder__stays_out_of_the_bundles_of_the_site():
    assert not [path for kind in ("css", "js") for _, path in sources(kind) if "page-" in str(path)]


def test_page_script__shares_one_scope(folder):
    (folder / "a.js").write_text("const a = () => b;")
    (folder / "b.js").write_text("const b = 1;")
    assert page_script(folder) == "const a=()=>b;const b=1;"


def test_page_stylesheet__keeps_its_addresses_true(folder):
    (folder / "a.css").write_text('i { background: url("b.svg") }')
    assert page_stylesheet(folder) == 'i{background:url("../../shop/page-x/b.svg")}'


def test_page_scripts__import_nothing_and_name_nothing_twice():
    for _, folder in page_folders():
        text = "\n".join(path.read_text() for path in folder.glob("*.js"))
        assert not re.search(r"^(import|export)\b|\bimport\(", text, re.MULTILINE), folder
        names = NAMED.findall(text)
        assert len(names) == len(set(names)), folder


def test_collectstatic__is_offered_every_bundle():
    listed = [path for path, _ in BundleFinder().list([])]
    assert listed == list(bundles()) and "cms/dist/site.css" in listed


def test_unknown_bundle__is_not_found():
    assert finders.find("cms/dist/no-such.js") is None
