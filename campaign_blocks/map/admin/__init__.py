"""What staff see of maps: places, maps, what visitors report, and imports."""
