"""The test suite: quick hashing, mail in memory, tasks run at once."""

import tempfile
from pathlib import Path

from cms.settings import environment as env
from cms.settings.base import *  # noqa: F403
from cms.settings.base import INSTALLED_APPS
from cms.settings.stores import DATABASES, STORAGES

SECRET_KEY = "only-for-tests"  # noqa: S105  never used outside the test suite
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["tests.acme_poll", *INSTALLED_APPS]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "bodies", "renditions")
}
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="campaign-media-"))
BUNDLE_DIR = Path(tempfile.mkdtemp(prefix="campaign-bundles-"))
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="campaign-static-"))
ERASURE_LEDGER = str(MEDIA_ROOT.with_name(f"{MEDIA_ROOT.name}-erasures.jsonl"))
SERVE_MEDIA = True
# Several suites may run on one machine at the same time.
DATABASES["default"]["TEST"] = {"NAME": env.text("DJANGO_TEST_DB") or None}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    name = env.text("DJANGO_TEST_DB", "test")
    DATABASES["default"]["TEST"] = {"NAME": f"{tempfile.gettempdir()}/campaign-{name}.sqlite3"}
