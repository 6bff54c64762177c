"""The product with a chosen list of plugins (KIT_PLUGINS), in the order given, and nothing else."""

import os

from cms.settings.test import *  # noqa: F403
from cms.settings.test import INSTALLED_APPS as EVERYTHING

PACKAGES = ("tests.", "campaign_blocks.", "scoreboard", "search", "cms", "home")
PLUGINS = [name for name in os.environ.get("KIT_PLUGINS", "").split(",") if name]
OTHERS = [name for name in EVERYTHING if not name.startswith(PACKAGES)]
INSTALLED_APPS = ["home", *PLUGINS, *OTHERS]
ROOT_URLCONF = "home.urls"
