"""One machine: loopback, SQLite, mail in a folder. What `make run` uses."""

from cms.settings import environment as env
from cms.settings.base import *  # noqa: F403
from cms.settings.base import STORAGES, VAR_DIR
from cms.settings.secret import kept_secret

DEBUG = env.switch("DEBUG")
SECRET_KEY = env.text("SECRET_KEY") or kept_secret(VAR_DIR / "secret_key")
SERVE_MEDIA = True
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "cms.static_storage.GzipStaticFilesStorage"}}
BASE_URL = env.web_address("BASE_URL", f"http://127.0.0.1:{env.number('PORT', 8000)}")
WAGTAILADMIN_BASE_URL = BASE_URL
# A demonstration or a benchmark signs many times from one machine.
RATE_EXEMPT_LOOPBACK = True
DEMO_PASSWORD = env.text("DEMO_PASSWORD") or kept_secret(VAR_DIR / "demo_password", length=12)
