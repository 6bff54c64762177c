from campaign_blocks.map.models.dismissals import Dismissal
from campaign_blocks.map.models.imports import ImportRun, ImportState
from campaign_blocks.map.models.kinds import Counts, Kind, Meaning, Shape, Tone
from campaign_blocks.map.models.maps import Basemap, Map
from campaign_blocks.map.models.places import HOME, Place, Precision, Status
from campaign_blocks.map.models.reports import Report, ReportState
from campaign_blocks.map.models.share_images import MapImage

__all__ = [
    "HOME",
    "Basemap",
    "Counts",
    "Dismissal",
    "ImportRun",
    "ImportState",
    "Kind",
    "Map",
    "MapImage",
    "Meaning",
    "Place",
    "Precision",
    "Report",
    "ReportState",
    "Shape",
    "Status",
    "Tone",
]
