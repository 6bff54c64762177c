from campaign_blocks.kit.doors import SearchHit
from campaign_blocks.kit.searching import search_records
from scoreboard.models import Legislator


def search_legislators(query: str, limit: int) -> list[SearchHit]:
    """People in office, best matches first."""
    people = Legislator.objects.in_office().select_related("chamber")
    return [hit(person) for person in search_records(people, query, limit)]


def hit(person: Legislator) -> SearchHit:
    title = person.title or person.chamber.person_title
    summary = ", ".join(part for part in (title, person.party, person.seat) if part)
    return SearchHit(person.full_name, person.get_absolute_url(), summary, "legislator")
