"""Which petition delivers letters to a lawmaker, so that the scoreboard can lead there."""

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from campaign_blocks.petition.models import Petition


def letter_way(*, target: str, email: str) -> str:
    """The latest open petition whose letters can reach this target; "" without one."""
    by_cwc = target.startswith("bioguide:") and bool(
        settings.CWC["house_url"] or settings.CWC["senate_url"]
    )
    if not (email or by_cwc):
        return ""
    ways = Q(letter_by_mail=True, pk__isnull=not email) | Q(
        letter_by_cwc=True, pk__isnull=not by_cwc
    )
    found = Petition.objects.open().petitions().filter(ways, letters_paused=False)
    slug = found.exclude(letter_body="").order_by("-pk").values_list("slug", flat=True).first()
    return f"{reverse('petition:detail', args=[slug])}#sign" if slug else ""
