import re
from pathlib import Path

import pytest
from django.apps import apps
from wagtailgeowidget.widgets import LeafletField

from campaign_blocks.map.widgets import LocationInput

STATIC = Path(apps.get_app_config("map").path) / "static" / "map"


def test_vendor__leaflet_with_its_licence():
    assert 'version="1.9.4"' in (STATIC / "vendor/leaflet/leaflet.js").read_text()
    assert "Copyright" in (STATIC / "vendor/leaflet/LICENSE").read_text()


def test_vendor__every_referenced_file_is_there():
    for path in STATIC.rglob("*.css"):
        for name in re.findall(r"url\([\"']?(?!data:|#)([^\"')]+)", path.read_text()):
            assert (path.parent / name).exists(), f"{path.name}: {name}"
    for path in STATIC.rglob("*.js"):
        assert "sourceMappingURL" not in path.read_text(), path.name


@pytest.mark.parametrize("widget", [LocationInput, LeafletField])
def test_location_field__every_file_is_our_own(widget):
    media = widget().media
    files = [*media._js, *media._css["all"]]
    assert files and not [name for name in files if "//" in name]


def test_scripts__weigh_little():
    ours = [*STATIC.glob("page-full/*.js"), *STATIC.glob("topology.js")]
    assert sum(path.stat().st_size for path in ours) < 21_000
