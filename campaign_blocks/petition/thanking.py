"""What follows a signature: one ask after the other, none of them about the person who signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import PetitionKind


@dataclass(frozen=True, kw_only=True)
class ThankYou:
    petition: Petition
    title: str
    text: str
    share_url: str
    share_text: str
    back_url: str
    next_signups: Sequence[Petition]


def thank_you(petition: Petition) -> ThankYou:
    home = home_of(petition)
    return ThankYou(
        petition=petition,
        title=petition.thanks_title or _("Thank you for adding your name"),
        text=petition.thanks_text,
        share_url=f"{home}?s=thanks",
        share_text=petition.share_text or petition.ask or petition.title,
        back_url=home,
        next_signups=next_signups(petition),
    )


def home_of(petition: Petition) -> str:
    """The published campaign page, else the petition's own page; never a request's host."""
    page = petition.page
    url = page.get_url() if page and page.live else None
    url = url or petition.get_absolute_url()
    return url if url.startswith("http") else f"{settings.BASE_URL}{url}"


def next_signups(petition: Petition) -> list[Petition]:
    """Local sign-ups of the same campaign page; none after a sign-up."""
    if petition.kind == PetitionKind.SIGNUP:
        return []
    return list(Petition.objects.open().signups().filter(page=petition.page)[:3])
