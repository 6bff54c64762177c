from campaign_blocks.kit.doors import SearchHit
from campaign_blocks.kit.searching import search_records
from campaign_blocks.map.models import Place

KIND = "places"


def find(query: str, limit: int) -> list[SearchHit]:
    """Published places of published maps."""
    places = Place.objects.filter(live=True).with_kind().select_related("map")
    return [
        SearchHit(str(place), place.get_absolute_url(), summary(place), KIND)
        for place in search_records(places, query, limit)
        if place.map.published
    ]


def summary(place: Place) -> str:
    """“Banned, since May 14, 2019”."""
    parts = [place.kind.label, place.get_status_display(), place.since]
    return " · ".join(part for part in dict.fromkeys(parts) if part)
