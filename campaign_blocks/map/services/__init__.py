"""Everything that changes maps and places."""

from campaign_blocks.map.services.importing import ImportRefused, Outcome, import_places
from campaign_blocks.map.services.maps import create_map

__all__ = ["ImportRefused", "Outcome", "create_map", "import_places"]
