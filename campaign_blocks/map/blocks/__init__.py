from campaign_blocks.map.blocks.location import LocationBlock
from campaign_blocks.map.blocks.map import MapBlock

__all__ = ["LocationBlock", "MapBlock"]
