from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from campaign_blocks.petition.progress import progress_of
from campaign_blocks.petition.views.finding import petition_or_404

SECONDS = 5


@require_safe
def count(request: HttpRequest, slug: str) -> JsonResponse:
    """The public number, for pages of ours and of anybody else: 0 while the page hides it.

    Other people's programs read a number, so it is never null; `shown` tells why it is 0.
    """
    petition = petition_or_404(slug)
    found = progress_of([petition.pk])[petition.pk].for_public
    body = {
        "petition": petition.slug,
        "count": found.count,
        "goal": found.goal,
        "on_paper": found.on_paper,
        "shown": found.is_shown,
        "as_of": found.as_of.isoformat(),
    }
    answer = JsonResponse(body)
    answer["Cache-Control"] = f"public, max-age={SECONDS}, s-maxage={SECONDS}, stale-if-error=86400"
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
