from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.petition.models import Signature
from campaign_blocks.petition.services.erase import Erased, erase_mailbox, erase_person
from campaign_blocks.petition.services.ledger import BadLine, entries, replay


class Command(BaseCommand):
    help = (
        "Removes everything stored about one person; counted signatures stay counted without a "
        "name. Examples: erase_person maria@example.org --dry-run; erase_person --replay FILE"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", nargs="?", help="any spelling of the person's address")
        parser.add_argument(
            "--signature", type=int, help="the number of a signature without an address, from paper"
        )
        parser.add_argument(
            "--replay",
            type=Path,
            metavar="FILE",
            help="after a restore: does every erasure of this ledger again",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would go")

    def handle(self, *args: Any, **options: Any) -> None:
        """The address is not repeated in the output: logs keep what is printed."""
        given = [options["email"], options["signature"], options["replay"]]
        if sum(one is not None for one in given) != 1:
            raise CommandError("Give an address, or --signature, or --replay.")
        dry_run = options["dry_run"]
        if options["replay"]:
            self.replay(options["replay"], dry_run)
        elif options["email"]:
            self.report(erase_person(email=options["email"], dry_run=dry_run), dry_run)
        else:
            row = Signature.objects.filter(pk=options["signature"]).first()
            if row is None:
                raise CommandError("There is no signature with this number.")
            self.report(erase_mailbox(mailbox=bytes(row.fingerprint), dry_run=dry_run), dry_run)

    def report(self, done: Erased, dry_run: bool) -> None:
        would = "would be " if dry_run else ""
        elsewhere = "".join(f", {name}: {n}" for name, n in done.elsewhere.items() if n)
        self.stdout.write(
            f"{would}emptied: {done.emptied}, {would}deleted: {done.deleted}{elsewhere}"
        )
        for name in done.recipients:
            self.stdout.write(f"tell: {name}")
        if done.proof:
            self.stdout.write(f"proof: {done.proof}")

    def replay(self, path: Path, dry_run: bool) -> None:
        found = gone = 0
        try:
            for entry in entries(path):
                found += 1
                gone += replay(entry, dry_run=dry_run)
        except (BadLine, OSError) as error:
            raise CommandError(str(error)) from error
        would = "would go" if dry_run else "gone"
        self.stdout.write(f"erasures: {found}, signatures {would}: {gone}")
