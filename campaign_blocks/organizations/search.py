from campaign_blocks.kit.doors import SearchHit
from campaign_blocks.kit.searching import search_records
from campaign_blocks.organizations.models import Organization

KIND = "organizations"


def find(query: str, limit: int) -> list[SearchHit]:
    """Members only: who left the coalition is not shown in its name. No address, no link."""
    found = search_records(Organization.objects.members(), query, limit)
    return [SearchHit(one.name, one.website, "", KIND) for one in found]
