from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaign_blocks.kit.progress import ProgressBar
from campaign_blocks.map.models import Map
from campaign_blocks.map.services import ImportRefused, Outcome, import_places

SHOWN = 50


class Command(BaseCommand):
    help = """Imports places into a map from CSV, GeoJSON or an Atlas of Surveillance export.

Example:
    manage.py import_places facial-recognition places.csv --dry-run

The columns are those of /map/places.csv. Either every line is imported or none. Places that the
file does not call verified are stored unpublished. The Atlas has no coordinates: give a list of
cities (columns name, state, latitude, longitude) with --gazetteer, or its places are put in the
middle of their state."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("map", help="slug of the map")
        parser.add_argument("file", type=Path)
        parser.add_argument("--gazetteer", type=Path, help="CSV of cities with coordinates")
        parser.add_argument(
            "--dry-run", action="store_true", help="read and compare, write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            with ProgressBar(self.stdout, "Reading") as bar:
                outcome = import_places(
                    map=self.find_map(options["map"]),
                    path=path,
                    gazetteer=options["gazetteer"],
                    dry_run=options["dry_run"],
                    tick=bar,
                )
        except ImportRefused as refused:
            for problem in refused.problems[:SHOWN]:
                self.stderr.write(f"{path}, {problem}")
            number = len(refused.problems)
            raise CommandError(f"{path}: {number} problem(s). Nothing was imported.") from refused
        self.report(path, outcome, options["dry_run"])

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
