from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from campaign_blocks.partners.numbers import partner_numbers


def signatures_panel(request: HttpRequest) -> SafeString:
    return render_to_string("partners/panel.html", {"numbers": partner_numbers()}, request)
