"""Versions of record families, shared by all processes: the keys under which pages are cached.

`bump("organizations")` after a change makes every cached page that shows organizations new.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.http import HttpRequest

from campaign_blocks.kit.build import build_name
from campaign_blocks.kit.registry import record_families

PREFIX = "version:"
ALWAYS = ("files", "pages", "site")


def bump(*families: str) -> None:
    """Now for this transaction, and again when it is committed, for everybody else."""
    renew(families)
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(lambda: renew(families))


# Bumps that a cache which was away could not take; they are made up for at the next look.
owed: set[str] = set()


def renew(families: Iterable[str]) -> None:
    wanted = {*families, *owed}
    fresh = {PREFIX + family: uuid.uuid4().hex for family in wanted}
    failed = cache.set_many(fresh, timeout=None)
    owed.difference_update(wanted)
    owed.update(key.removeprefix(PREFIX) for key in failed)


def read(families: Iterable[str]) -> dict[str, str]:
    """Version by family, in one look-up; a family never bumped before gets its first version."""
    names = list(families)
    if owed:
        renew(())
    found = cache.get_many([PREFIX + name for name in names])
    lost = [name for name in names if PREFIX + name not in found]
    if lost:
        renew(lost)
        found = cache.get_many([PREFIX + name for name in names])
    return {name: found.get(PREFIX + name, "") for name in names}


def of(request: HttpRequest) -> dict[str, str]:
    """All versions, read once per request."""
    versions: dict[str, str] | None = getattr(request, "_record_versions", None)
    if versions is None:
        versions = read(sorted({*ALWAYS, *record_families()}))
        request._record_versions = versions  # type: ignore[attr-defined]
    return versions


def fingerprint(request: HttpRequest) -> str:
    """Everything that what we keep depends on: this build, and all records that pages show."""
    parts = [version[:12] for _, version in sorted(of(request).items())]
    return ".".join([build_name(), *parts])


def bump_on_save(*models: type[Model], family: str) -> None:
    """Bump the family whenever a record of these models is saved or deleted one by one."""

    def changed(sender: type[Model], **kwargs: Any) -> None:
        bump(family)

    for model in models:
        name = f"bump-{family}-{model._meta.label}"
        post_save.connect(changed, sender=model, weak=False, dispatch_uid=name)
        post_delete.connect(changed, sender=model, weak=False, dispatch_uid=name)
        for relation in model._meta.many_to_many:
            through = getattr(model, relation.name).through
            m2m_changed.connect(changed, sender=through, weak=False, dispatch_uid=name)
