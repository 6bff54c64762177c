"""An editor and a moderator, and what each may do."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet

from home.demo.records import Records

PEOPLE = (("editor", "Editors"), ("moderator", "Moderators"))
EDITED = {
    "organizations": {"organization"},
    "partners": {"partnerpage"},
    "petition": {"petition"},
    "map": {"map", "kind", "place", "report", "importrun"},
    "scoreboard": {
        "legislator",
        "bill",
        "billnumber",
        "chamber",
        "legislature",
        "office",
        "script",
        "scriptset",
        "stance",
        "stancechange",
        "term",
        "vacancy",
    },
}
PUBLISHED = {"map": {"place"}}
# Personal data and the site's name are the moderators' alone.
MODERATED = {
    "petition": {"signature"},
    "home": {"sitesettings"},
    "scoreboard": {"correction", "people"},
}
MODERATOR_ACTIONS = {
    "signature": ("view",),
    "sitesettings": ("view", "change"),
    "correction": ("view", "change", "delete"),
    "people": ("import",),
}


@transaction.atomic
def build_logins(records: Records) -> tuple[tuple[str, str], ...]:
    """Name and password of those made just now; a password that is there stays."""
    editors, moderators = (Group.objects.get_or_create(name=name)[0] for _, name in PEOPLE)
    grant(editors, permissions(EDITED, ("add", "change", "view")))
    grant(editors, permissions(PUBLISHED, ("publish",)))
    grant(moderators, permissions(PUBLISHED, ("publish",)))
    grant(moderators, permissions(EDITED, ("add", "change", "view", "delete")))
    for label, models in MODERATED.items():
        for model in models:
            grant(moderators, permissions({label: {model}}, MODERATOR_ACTIONS[model]))
    made = []
    for name, group in PEOPLE:
        password = _login(name, group)
        if password:
            made.append((name, password))
            records.note(f"login {name}")
    return tuple(made)


def permissions(models: dict[str, set[str]], actions: tuple[str, ...]) -> QuerySet[Permission]:
    wanted = Q(pk=None)
    for label, names in models.items():
        codes = [f"{action}_{name}" for name in names for action in actions]
        wanted |= Q(content_type__app_label=label, codename__in=codes)
    return Permission.objects.filter(wanted)


def grant(group: Group, given: QuerySet[Permission]) -> None:
    group.permissions.add(*given)


def _login(name: str, group: str) -> str:
    users = get_user_model().objects
    if users.filter(username=name).exists():
        return ""
    password = settings.DEMO_PASSWORD or secrets.token_urlsafe(12)
    user = users.create_user(username=name, email=f"{name}@example.org", password=password)
    user.groups.add(Group.objects.get(name=group))
    return password


def demo_people() -> list[str]:
    """The demo's logins that still open with the demo's password."""
    users = get_user_model().objects.filter(username__in=[name for name, _ in PEOPLE])
    return [user.username for user in users if user.check_password(settings.DEMO_PASSWORD)]
