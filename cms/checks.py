"""What a site for the public should have, told by `manage.py check --deploy`."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register


def register_checks() -> None:
    register(check_admins, deploy=True)


def check_admins(**kwargs: Any) -> list[CheckMessage]:
    if settings.ADMINS:
        return []
    hint = "Set ADMIN_MAILS to one address or more, separated by commas."
    return [Warning("Nobody is told by mail when a count drifts.", hint=hint, id="cms.W001")]
