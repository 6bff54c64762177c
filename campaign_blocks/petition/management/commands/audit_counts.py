from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.petition.services.audit import Audited, alert, audit, repair


class Command(BaseCommand):
    help = (
        "Compares each petition's public number with its signatures. Example: audit_counts --repair"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="correct every drift found")
        parser.add_argument("--dry-run", action="store_true", help="with --repair: only say so")

    def handle(self, *args: Any, **options: Any) -> None:
        repairs = options["repair"] and not options["dry_run"]
        off = [row for row in audit() if self.report(row)]
        for row in off:
            if repairs:
                repair(audited=row)
                self.stdout.write(f"{row.petition.slug}: corrected by {-row.drift:+d}")
        if repairs:
            alert(off)
        elif off:
            raise CommandError(f"{len(off)} of the numbers drifted; run with --repair.")

    def report(self, row: Audited) -> bool:
        self.stdout.write(f"{row.petition.slug}: rows {row.rows}, number {row.number}")
        if row.is_off:
            words = f"drift {row.drift:+d}, of these on paper {row.paper_drift:+d}"
            self.stdout.write(self.style.WARNING(f"{row.petition.slug}: {words}"))
        return row.is_off
