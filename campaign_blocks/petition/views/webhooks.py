"""What mail providers post to us. Every doubt about who speaks is answered with 403."""

import json
import logging
import time
from importlib import import_module
from typing import Any

from anymail.exceptions import AnymailConfigurationError, AnymailWebhookValidationFailure
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.views.decorators.csrf import csrf_exempt

from campaign_blocks.kit.caching import private_page

log = logging.getLogger("campaign.petition.mail")

VIEWS = {
    "amazon_ses": "AmazonSESTrackingWebhookView",
    "brevo": "BrevoTrackingWebhookView",
    "mailersend": "MailerSendTrackingWebhookView",
    "mailgun": "MailgunTrackingWebhookView",
    "mailjet": "MailjetTrackingWebhookView",
    "mailtrap": "MailtrapTrackingWebhookView",
    "mandrill": "MandrillCombinedWebhookView",
    "postmark": "PostmarkTrackingWebhookView",
    "resend": "ResendTrackingWebhookView",
    "sparkpost": "SparkPostTrackingWebhookView",
}
MALFORMED = (KeyError, ValueError, TypeError, AttributeError, AnymailConfigurationError)
OLDEST = 300


# The provider proves itself by a password or a signature; it has no cookie of ours.
@csrf_exempt
@private_page
def tracking(request: HttpRequest, provider: str) -> HttpResponse:
    if provider != settings.ANYMAIL_PROVIDER:
        raise Http404
    module = import_module(f"anymail.webhooks.{provider}")
    view = getattr(module, VIEWS[provider]).as_view()
    try:
        if provider == "mailgun" and request.method == "POST" and is_stale(request):
            return HttpResponseForbidden()
        answer: HttpResponse = view(request)
    except AnymailWebhookValidationFailure:
        return HttpResponseForbidden()
    except MALFORMED as error:  # its words may quote an address
        log.warning("webhook of %s not understood: %s", provider, type(error).__name__)
        return HttpResponse(status=400)
    return answer


def is_stale(request: HttpRequest) -> bool:
    """Mailgun signs a moment with each post; an old one is somebody's copy."""
    try:
        return abs(time.time() - float(signed_moment(request))) > OLDEST
    except MALFORMED:
        return True


def signed_moment(request: HttpRequest) -> Any:
    if request.content_type == "application/json":
        return json.loads(request.body)["signature"]["timestamp"]
    return request.POST["timestamp"]
