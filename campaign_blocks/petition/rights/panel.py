from datetime import timedelta

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from campaign_blocks.petition.models import Erasure
from campaign_blocks.petition.rights.clearing import is_late, last_run

SHOWN = timedelta(days=30)


def render(request: HttpRequest) -> SafeString:
    """Whether the night's clearing happens, and how many people were forgotten lately."""
    now = timezone.now()
    context = {
        "run": last_run(),
        "is_late": is_late(now),
        "erasures": Erasure.objects.filter(at__gt=now - SHOWN).count(),
    }
    return render_to_string("petition/admin/rights_panel.html", context, request=request)
