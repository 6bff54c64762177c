"""A tile layer, when the operator chose one: its host is named, and nobody else's."""

import subprocess
import sys

ASK = "from django.conf import settings; print(settings.CONTENT_SECURITY_POLICY['DIRECTIVES'])"


def policy(tile_url, tmp_path):
    environment = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "MAP_TILE_URL": tile_url,
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_policy__names_only_the_host_of_the_tiles(tmp_path):
    plain = policy("", tmp_path)
    with_tiles = policy("https://tiles.example.org/{z}/{x}/{y}.png", tmp_path)
    assert "tiles.example.org" not in plain
    assert with_tiles.replace(", 'https://tiles.example.org'", "") == plain
    images = with_tiles.partition("'img-src'")[2].partition("]")[0]
    assert "https://tiles.example.org'" in images
