from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.petition.services.audit import audit, repair


class Command(BaseCommand):
    help = (
        "Compares each petition's public number with its signatures. Example: audit_counts --repair"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="correct every drift found")
        parser.add_argument("--dry-run", action="store_true", help="with --repair: only say so")

    def handle(self, *args: Any, **options: Any) -> None:
        drifted = 0
        for row in audit():
            self.stdout.write(f"{row.petition.slug}: rows {row.rows}, number {row.number}")
            if not row.drift:
                continue
            drifted += 1
            self.stdout.write(self.style.WARNING(f"{row.petition.slug}: drift {row.drift:+d}"))
            if options["repair"] and not options["dry_run"]:
                repair(audited=row)
                self.stdout.write(f"{row.petition.slug}: corrected by {-row.drift:+d}")
        if drifted and (options["dry_run"] or not options["repair"]):
            raise CommandError(f"{drifted} of the numbers drifted; run with --repair.")
