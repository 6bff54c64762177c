"""Many signatures leave the house: a second person hears of it while the file is being made."""

import logging

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from campaign_blocks.petition.models import Export

log = logging.getLogger("campaign.petition.export")


def second_people(export: Export) -> list[str]:
    """Everybody else who may export; the administrators where nobody else may."""
    users = get_user_model()._default_manager.with_perm(
        "petition.export_signature", backend="django.contrib.auth.backends.ModelBackend"
    )
    others = users.exclude(pk=export.user_id).exclude(email="")
    found = list(others.values_list("email", flat=True))
    return found or [str(admin[1]) for admin in settings.ADMINS]


def tell_second_person(export: Export) -> None:
    """The mail names nobody who signed. A dead mail server delays no export."""
    addresses = second_people(export)
    log.warning("large export %s asked for by user %s", export.pk, export.user_id)
    if not addresses:
        return
    page = settings.BASE_URL + reverse("petition_numbers:exports")
    words = _(
        "%(who)s asked for a file of more than 10,000 names.\n"
        "Reason given: %(reason)s\n\n"
        "If that is not right, talk to them now. The log of exports: %(page)s"
    ) % {"who": export.user.get_username(), "reason": export.reason, "page": page}
    mail = EmailMessage(_("A large export of signatures"), words, to=addresses)
    try:
        mail.send()
    except OSError as error:
        log.error(
            "the second person was not told of export %s: %s", export.pk, type(error).__name__
        )
