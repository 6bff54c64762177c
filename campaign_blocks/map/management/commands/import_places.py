from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.kit.progress import ProgressBar
from campaign_blocks.map.models import ImportState, Map
from campaign_blocks.map.services import ImportRefused, Outcome, import_places, undo_import

SHOWN = 50


class Command(BaseCommand):
    help = """Imports places into a map from CSV, GeoJSON or an Atlas of Surveillance export.

Example:
    manage.py import_places facial-recognition places.csv --dry-run
    manage.py import_places facial-recognition --undo

The columns are those of /map/places.csv. Either every line is imported or none. Places that the
file does not call verified, or that name no source, wait in review. A place without coordinates
gets those of its city, from the bundled list or from your own (--gazetteer, columns name, state,
latitude, longitude), else those of the middle of its state. A row with a number of its own that
looks like a known place is left out, unless you say --keep-lookalikes. --undo takes the latest
import back, but for places that were changed since."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("map", help="slug of the map")
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument("--gazetteer", type=Path, help="CSV of cities with coordinates")
        parser.add_argument("--keep-lookalikes", action="store_true", help="bring in doubles, too")
        parser.add_argument("--undo", action="store_true", help="take the latest import back")
        parser.add_argument(
            "--dry-run", action="store_true", help="read and compare, write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["undo"]:
            return self.undo(self.find_map(options["map"]), options["dry_run"])
        if options["file"] is None:
            raise CommandError("Name the file to import, or say --undo.")
        self.bring_in(options["file"], options)
        return None

    def bring_in(self, path: Path, options: dict[str, Any]) -> None:
        try:
            with ProgressBar(self.stdout, "Reading") as bar:
                outcome = import_places(
                    map=self.find_map(options["map"]),
                    path=path,
                    gazetteer=options["gazetteer"],
                    dry_run=options["dry_run"],
                    keep_lookalikes=options["keep_lookalikes"],
                    tick=bar,
                )
        except ImportRefused as refused:
            for problem in refused.problems[:SHOWN]:
                self.stderr.write(f"{path}, {problem}")
            number = len(refused.problems)
            raise CommandError(f"{path}: {number} problem(s). Nothing was imported.") from refused
        self.report(path, outcome, options["dry_run"])

    def undo(self, map: Map, dry_run: bool) -> None:
        run = map.imports.filter(state=ImportState.DONE).first()
        if run is None:
            raise CommandError(f"Nothing was imported into “{map.slug}” that could be taken back.")
        if dry_run:
            self.stdout.write(f"Would take back {run}: {run.created} new, {run.updated} changed.")
            return
        done = undo_import(run=run)
        self.stdout.write(f"removed: {done.removed}, restored: {done.restored}, kept: {done.kept}")

    def find_map(self, slug: str) -> Map:
        found = Map.objects.filter(slug=slug).first()
        if found is None:
            known = ", ".join(Map.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no map “{slug}”. Maps: {known}.")
        return found

    def report(self, path: Path, outcome: Outcome, dry_run: bool) -> None:
        for note in outcome.notes[:SHOWN]:
            self.stdout.write(f"{path}, {note}")
        for kind, number in sorted(outcome.skipped.items()):
            self.stdout.write(f"Passed over: {number} of “{kind}”, not a kind of this map.")
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")
        self.stdout.write(
            f"created: {outcome.created}, updated: {outcome.updated}, "
            f"unchanged: {outcome.unchanged}, skipped: {sum(outcome.skipped.values())}"
        )
