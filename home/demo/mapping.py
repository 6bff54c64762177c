"""The map of places that use facial recognition, or have banned it."""

from pathlib import Path

from django.db import transaction

from campaign_blocks.map.models import Map
from campaign_blocks.map.services import create_map, import_places
from home.demo import words
from home.demo.records import Records

FILE = Path(__file__).parent / "places.csv"
SLUG = "facial-recognition"


@transaction.atomic
def build_map(records: Records) -> None:
    """A map that is there keeps its places as editors left them."""
    found = Map.objects.filter(slug=SLUG).first()
    if found is None:
        found = create_map(
            slug=SLUG,
            title=words.MAP,
            intro="Places in the United States where face recognition is in use, and those that "
            "have banned, paused or regulated it.",
            attribution="Places compiled from public sources; each names its own. "
            "Coordinates: GeoNames, CC BY 4.0.",
            licence="CC BY 4.0",
            licence_url="https://creativecommons.org/licenses/by/4.0/",
        )
        outcome = import_places(map=found, path=FILE)
        records.note(f"map {SLUG} with {outcome.created} places")
    records.map_id = found.pk
