from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaign_blocks.kit.caching import public_page
from search.query import answer


@require_safe
@public_page(seconds=60)
def search(request: HttpRequest) -> HttpResponse:
    return render(request, "search/results.html", {"answer": answer(request)})
