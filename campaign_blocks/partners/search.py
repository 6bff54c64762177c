from wagtail.models import Page

from campaign_blocks.kit.doors import SearchHit
from campaign_blocks.kit.searching import search_records
from campaign_blocks.partners.models import PartnerPage

KIND = "partners"


def find(query: str, limit: int) -> list[SearchHit]:
    """Active partner pages of public campaign pages."""
    partners = PartnerPage.objects.active().select_related("organization", "page")
    found = search_records(partners, query, limit)
    public = Page.objects.live().public().filter(pk__in=[one.page_id for one in found])
    readable = set(public.values_list("pk", flat=True))
    return [
        SearchHit(str(one), one.get_absolute_url(), one.headline, KIND)
        for one in found
        if one.page_id in readable
    ]
