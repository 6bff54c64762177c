from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from campaign_blocks.map.area_reading import area_or_404


@require_safe
@public_page(seconds=60)
def state(request: HttpRequest, state: str) -> HttpResponse:
    """/map/CA/ and /map/california/ lead to /map/ca/."""
    area = area_or_404(request, state)
    if state != area.code.lower():
        return redirect(area.path, permanent=True)
    return render(request, "map/state.html", {"area": area})
