"""Where data is kept: database, caches, mail and search index, each chosen by one variable."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cms.settings import environment as env

SQLITE = {
    # WAL and one writer at a time from the first statement: web and worker share the file.
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}
# The pool's size is the number of threads of one gunicorn worker.
POSTGRESQL = {
    "pool": {"min_size": 1, "max_size": 16, "timeout": 2},
    "server_side_binding": True,
    "prepare_threshold": 1,
    "connect_timeout": 2,
}
# A visitor must not wait behind an import; an import may think for a while between two statements.
PATIENCE = {
    "web": "-c lock_timeout=1s -c idle_in_transaction_session_timeout=10s",
    "worker": "-c lock_timeout=10s -c idle_in_transaction_session_timeout=120s",
}


def database(default: str) -> dict[str, Any]:
    config = env.database(default)
    sqlite = config["ENGINE"].endswith("sqlite3")
    patience = {"options": env.parsed("DATABASE_ROLE", "worker", patience_of, "web or worker")}
    if not sqlite and not config["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL names no database: postgres://host/NAME.")
    config["OPTIONS"] = {
        **(SQLITE if sqlite else {**POSTGRESQL, **patience}),
        **config.get("OPTIONS", {}),
    }
    config["CONN_MAX_AGE"] = None if sqlite else 0  # 0 is what the pool asks for
    return config


def patience_of(role: str) -> str:
    return env.one_of(role, PATIENCE)


def caches() -> dict[str, dict[str, Any]]:
    """default holds small shared facts (record versions); bodies and renditions are bulk."""
    if redis := env.cache():
        # Away, Redis must cost a moment, not the page.
        redis["BACKEND"] = "campaign_blocks.kit.forgiving_cache.ForgivingRedisCache"
        return {
            "default": {**redis, "KEY_PREFIX": "facts"},
            "bodies": {**redis, "KEY_PREFIX": "bodies"},
            "renditions": {**redis, "KEY_PREFIX": "renditions", "TIMEOUT": 86_400},
        }
    local = "django.core.cache.backends.locmem.LocMemCache"
    return {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cms_facts",
            "OPTIONS": {"MAX_ENTRIES": 10_000},
        },
        "bodies": {"BACKEND": local, "LOCATION": "bodies", "OPTIONS": {"MAX_ENTRIES": 500}},
        "renditions": {"BACKEND": local, "LOCATION": "renditions", "TIMEOUT": 600},
    }


def search() -> dict[str, dict[str, Any]]:
    plain = {"BACKEND": "wagtail.search.backends.database"}
    address = env.text("ELASTICSEARCH_URL")
    if not address:
        return {"default": plain, "database": {**plain, "AUTO_UPDATE": False}}
    elastic = {
        "BACKEND": "wagtail.search.backends.elasticsearch8",
        "URLS": [env.web_address("ELASTICSEARCH_URL", "")],
        "INDEX_PREFIX": env.text("ELASTICSEARCH_PREFIX", "campaign_"),
        "TIMEOUT": 2,
        "OPTIONS": {"max_retries": 0},
    }
    return {"default": elastic, "database": plain}


DATABASES = {"default": database("sqlite:///" + str(env.var_dir() / "db.sqlite3"))}
CACHES = caches()
WAGTAILSEARCH_BACKENDS = search()
vars().update(env.mail("filemail:///" + str(env.var_dir() / "mail")))
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "campaign@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
ADMINS = [("", address) for address in env.addresses("ADMIN_MAILS")]
EMAIL_SUBJECT_PREFIX = "[campaign] "  # of mails to them
EMAIL_TIMEOUT = 10


def storages() -> dict[str, dict[str, Any]]:
    """Uploads in a folder, or in a bucket where one is named; static files beside the code."""
    uploads: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    if bucket := env.text("AWS_STORAGE_BUCKET_NAME"):
        uploads = {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": bucket,
                "endpoint_url": env.text("AWS_S3_ENDPOINT_URL") or None,
                "region_name": env.text("AWS_S3_REGION_NAME") or None,
                "custom_domain": env.text("AWS_S3_CUSTOM_DOMAIN") or None,
                "file_overwrite": False,
                "querystring_auth": False,
            },
        }
    static = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    return {"default": uploads, "staticfiles": {"BACKEND": static}}


STORAGES = storages()
