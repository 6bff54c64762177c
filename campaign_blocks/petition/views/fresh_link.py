"""A fresh link to one's signature, sent to the mailbox alone: the page tells nobody anything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from campaign_blocks.kit.caching import private_page
from campaign_blocks.kit.public_forms.reading import Unreadable, read_post
from campaign_blocks.petition.forms.fresh_link import FreshLinkForm
from campaign_blocks.petition.services.fresh_link import wish_for_link


# It stores one mail to the owner of the address at most, whoever asks.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
@private_page
def fresh_link(request: HttpRequest) -> HttpResponse:
    try:
        form = FreshLinkForm(read_post(request) if request.method == "POST" else None)
    except Unreadable as error:
        context = {"form": FreshLinkForm()}
        return render(request, "petition/fresh_link.html", context, status=error.status)
    if form.is_valid():
        wish_for_link(email=form.cleaned_data["email"])
        return render(request, "petition/fresh_link_sent.html")
    status = 422 if form.is_bound else 200
    return render(request, "petition/fresh_link.html", {"form": form}, status=status)
