from django.http import Http404

from campaign_blocks.petition import lookup
from campaign_blocks.petition.models import Petition


def petition_or_404(slug: str) -> Petition:
    petition = lookup.petition_by_slug(slug)
    if petition is None:
        raise Http404
    return petition
