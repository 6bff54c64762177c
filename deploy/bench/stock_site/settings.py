"""The project's own settings, in production, on the database in DATABASE_URL."""

import os

from psycopg.conninfo import conninfo_to_dict
from stock.settings.base import *  # noqa: F403

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY = "for a bench on this machine, and nowhere else"  # noqa: S105
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [*INSTALLED_APPS, "stock_site"]  # noqa: F405
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
place = conninfo_to_dict(os.environ["DATABASE_URL"])
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": place["dbname"],
        "USER": place.get("user", ""),
        "PASSWORD": place.get("password", ""),
        "HOST": place.get("host", ""),
        "PORT": place.get("port", ""),
        "CONN_MAX_AGE": None,  # an open connection for each process: the cheapest there is
    }
}
