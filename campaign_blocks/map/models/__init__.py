from campaign_blocks.map.models.kinds import Counts, Kind, Meaning, Shape, Tone
from campaign_blocks.map.models.maps import Basemap, Map
from campaign_blocks.map.models.places import Place, Precision, Status

__all__ = [
    "Basemap",
    "Counts",
    "Kind",
    "Map",
    "Meaning",
    "Place",
    "Precision",
    "Shape",
    "Status",
    "Tone",
]
