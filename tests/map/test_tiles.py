"""A tile layer, when the operator chose one: its host is named, and nobody else's."""

import subprocess
import sys

ASK = """
import django; django.setup()
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
print(Client().get("/robots.txt")["Content-Security-Policy"])
"""


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
    text = policy("https://tiles.example.org/{z}/{x}/{y}.png", tmp_path)
    images = next(part for part in text.split(";") if part.strip().startswith("img-src"))
    assert "https://tiles.example.org" in images
    assert text.count("https://") == 1


def test_policy__names_nobody_without_tiles(tmp_path):
    assert "https://" not in policy("", tmp_path)
