"""Settings that are safe and shaped for production; dev, test and production change few of them."""

from pathlib import Path
from typing import Any

from cms.settings import environment as env

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = env.var_dir()

DEBUG = False
BASE_URL = env.web_address("BASE_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = env.listed("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)
SIGN_RATE_LIMIT = env.rate("SIGN_RATE_LIMIT", "5/5m")
MAILBOX_RATE_LIMIT = env.rate("MAILBOX_RATE_LIMIT", "10/1h")
DOMAIN_RATE_LIMIT = env.rate("DOMAIN_RATE_LIMIT", "100/10m")
# Of those above SIGN_RATE_LIMIT, how many in its time may still show by mail that they are people.
CROWD_LIMIT = env.number("CROWD_LIMIT", 600)
RATE_EXEMPT_LOOPBACK = False
# Names mailboxes for ever; SECRET_KEY stands in for it, and must then never change.
FINGERPRINT_KEY = env.text("FINGERPRINT_KEY")
# The worker writes erasures here, so that they can be done again after a restore.
ERASURE_LEDGER = env.text("ERASURE_LEDGER") or str(VAR_DIR / "erasures.jsonl")
DEMO_PASSWORD = env.text("DEMO_PASSWORD")
CONGRESS_API_KEY = env.text("CONGRESS_API_KEY")
CONGRESS_API_URL = env.web_address("CONGRESS_API_URL", "https://api.congress.gov/v3")

INSTALLED_APPS = [
    "cms",
    "home",
    "search",
    "campaign_blocks.partners",
    "scoreboard",
    "campaign_blocks.petition",
    "campaign_blocks.map",
    "campaign_blocks.video",
    "campaign_blocks.organizations",
    "campaign_blocks.kit",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.frontend_cache",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "wagtailgeowidget",
    "modelcluster",
    "taggit",
    "crispy_forms",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.middleware.policy.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.middleware.sharing.SharingMiddleware",
    "campaign_blocks.kit.middleware.SlotMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "cms.middleware.site.SiteMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "cms.context.site_frame",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "campaign_blocks.kit.jinja.environment"},
    },
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
SERVE_MEDIA = False
BUNDLE_DIR = VAR_DIR / "bundles"
STATICFILES_FINDERS = [
    "cms.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
LOGIN_URL = "wagtailadmin_login"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # the page editor sends every field of 40 sections
FORMS_URLFIELD_ASSUME_HTTPS = True
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CRISPY_ALLOWED_TEMPLATE_PACKS = ["campaign"]
CRISPY_TEMPLATE_PACK = "campaign"

from cms.settings.districts import *  # noqa: E402, F403  from a street address to a district
from cms.settings.letters import *  # noqa: E402, F403  ways to Congress
from cms.settings.logs import *  # noqa: E402, F403  what is logged
from cms.settings.mail import *  # noqa: E402, F403  what a mail provider may tell us
from cms.settings.policy import *  # noqa: E402, F403  what a browser may load
from cms.settings.stores import *  # noqa: E402, F403  databases, caches, mail and search
from cms.settings.wagtail import *  # noqa: E402, F403  everything that begins with WAGTAIL
