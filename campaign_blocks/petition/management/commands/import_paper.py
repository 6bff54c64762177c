from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.kit.progress import ProgressBar
from campaign_blocks.petition.models import PaperBatch, Petition
from campaign_blocks.petition.paper.batches import check_batch, start, upload
from campaign_blocks.petition.paper.checking import Checked, check
from campaign_blocks.petition.paper.importing import Lines, write_some
from campaign_blocks.petition.paper.reading import LARGEST

SHOWN = 50


class Command(BaseCommand):
    help = """Brings signatures in that were made on paper.

Example:
    manage.py import_paper ban-it sheets.csv --note "Fair in Oakland" --dry-run

Columns: name, email, postal_code, country, city, phone, signed_on, consent, and
consent:web-address for each organization that asked. Either every line is imported or none;
who had signed already is passed over."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("petition", help="its web address, such as ban-it")
        parser.add_argument("file", type=Path)
        parser.add_argument("--note", default="", help="where the sheets come from")
        parser.add_argument("--words", default="", help="the question on the sheet, word for word")
        parser.add_argument("--dry-run", action="store_true", help="check, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        petition, path = self.find_petition(options["petition"]), options["file"]
        body = self.read(path)
        checked = check(petition, body)
        if checked.problems:
            self.refuse(path, checked)
        if options["dry_run"]:
            self.stdout.write("Dry run: nothing was written.")
        else:
            batch = upload(
                petition=petition,
                body=body,
                file_name=path.name,
                note=options["note"] or path.name,
                words=options["words"],
                by=None,
            )
            self.write(batch, checked)
        self.stdout.write(f"created: {checked.new}, skipped: {checked.passed_over}")

    def find_petition(self, slug: str) -> Petition:
        found = Petition.objects.filter(slug=slug).first()
        if found is None:
            known = ", ".join(Petition.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no petition “{slug}”. Petitions: {known}.")
        return found

    def read(self, path: Path) -> bytes:
        """One byte more than is allowed, so that the check can say so."""
        try:
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
        except OSError as problem:
            raise CommandError(f"{path}: cannot be read: {problem.strerror}.") from problem

    def refuse(self, path: Path, checked: Checked) -> None:
        for problem in checked.problems[:SHOWN]:
            self.stderr.write(f"{path}, {problem}")
        number = len(checked.problems)
        raise CommandError(f"{path}: {number} problem(s). Nothing was imported.")

    def write(self, batch: PaperBatch, checked: Checked) -> None:
        """The worker may help: whoever comes first writes the next lines."""
        start(check_batch(batch))
        with ProgressBar(self.stdout, "Importing") as bar:
            lines = Lines()
            while write_some(batch.pk, lines):
                batch.refresh_from_db(fields=["imported"])
                bar(batch.imported, checked.new)
