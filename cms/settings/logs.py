"""What is logged, on standard error."""

from typing import Any

# A request that failed: without the secret of its address and without what somebody typed.
OF_REQUESTS = {"filters": ["names_nobody"]}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"names_nobody": {"()": "cms.logs.NamesNobody"}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "campaign": {"level": "INFO"},
        "campaign.errors": OF_REQUESTS,
        # Left alone it would mail whole requests to ADMINS: addresses, links and what was typed.
        "django": {"handlers": []},
        "django_tasks": {"level": "WARNING"},
        # Strangers ask for what is not there all day.
        "django.request": {"level": "ERROR", **OF_REQUESTS},
        "django.security.csrf": OF_REQUESTS,
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
