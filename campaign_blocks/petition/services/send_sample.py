"""A mail as signers get it, sent at once to the member of staff who asks for it."""

from django.utils.translation import gettext as _

from campaign_blocks.petition.mails.building import as_mail
from campaign_blocks.petition.mails.composing import Composed, compose
from campaign_blocks.petition.mails.links import sample_links
from campaign_blocks.petition.models import Petition, PetitionMail, Update
from campaign_blocks.petition.services.outlet import Outlet, Refused, Unreachable


class NotSent(Exception):
    """The mail server did not take it; the words say why, for staff."""


def sample(*, kind: str, petition: Petition, own: PetitionMail | Update | None = None) -> Composed:
    """Its links look right and open nothing."""
    return compose(kind=kind, petition=petition, links=sample_links(petition, kind), own=own)


def send_sample(*, composed: Composed, petition: Petition, to: str) -> None:
    mail = as_mail(composed, petition=petition, to=to)
    mail.subject = _("[Test] %(subject)s") % {"subject": composed.subject}
    outlet = Outlet()
    try:
        outlet.open()
        outlet.send(mail)
    except Unreachable as error:
        raise NotSent(_("The mail server can't be reached (%(why)s).") % {"why": error}) from error
    except Refused as error:
        raise NotSent(_("The mail server refused it (%(why)s).") % {"why": error.words}) from error
    finally:
        outlet.close()
