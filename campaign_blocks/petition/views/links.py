"""Links from mails. A GET changes nothing: scanners follow links. A button does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from campaign_blocks.petition.answers import secret_page
from campaign_blocks.petition.services.unsubscribe import unsubscribe_mailbox


# The random token in the address is the secret, and mail programs send the one-click POST of RFC
# 8058 without any page of ours.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
@secret_page
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """The same answers for known and unknown tokens: nobody learns whether an address is ours."""
    if request.method == "POST":
        unsubscribe_mailbox(raw_token=token)
        return render(request, "petition/unsubscribed.html")
    return render(request, "petition/unsubscribe.html")
