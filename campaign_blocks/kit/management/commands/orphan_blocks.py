from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaign_blocks.kit.orphans import Orphan, orphans
from campaign_blocks.kit.progress import ProgressBar


class Command(BaseCommand):
    help = (
        "Lists sections whose plugin is not installed, in pages and their revisions, and fails "
        "when there are any. Run it before and after removing a plugin. "
        "Example: manage.py orphan_blocks"
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with ProgressBar(self.stdout, "Looking") as bar:
            found = orphans(bar)
        for orphan in found:
            self.stdout.write(describe(orphan))
        if found:
            raise CommandError(
                f"{len({(o.where, o.pk) for o in found})} pages hold sections of "
                f"{len({o.type for o in found})} block types that no installed plugin provides. "
                "Install the plugin again, or remove the sections by a migration of its own.",
                returncode=1,
            )
        self.stdout.write("Every stored section belongs to an installed plugin.")


def describe(orphan: Orphan) -> str:
    title = f" “{orphan.title}”" if orphan.title else " (deleted)"
    return (
        f"{orphan.where} {orphan.pk}{title}: block type {orphan.type!r}, "
        f"{orphan.live} in the live row, {orphan.revisions} in revisions"
    )
