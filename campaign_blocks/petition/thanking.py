"""What follows a signature: one ask after the other, none of them about the person who signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from campaign_blocks.kit.sharing import Sharing, sharing
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.thanks_steps import Step, steps_of

SOURCE = "thanks"


@dataclass(frozen=True, kw_only=True)
class ThankYou:
    petition: Petition
    title: str
    text: str
    back_url: str
    steps: Sequence[Step]


def thank_you(petition: Petition) -> ThankYou:
    home = home_of(petition)
    return ThankYou(
        petition=petition,
        title=petition.thanks_title or _("Thank you for adding your name"),
        text=petition.thanks_text,
        back_url=home,
        steps=steps_of(petition, share=share_of(petition, home)),
    )


def share_of(petition: Petition, home: str, source: str = SOURCE) -> Sharing:
    """Staff's words for each channel; the code says thanks page and channel, never who."""
    return sharing(
        url=home,
        title=petition.title,
        text=petition.share_text or petition.ask or petition.title,
        texts={row.channel: row.text for row in petition.share_texts.all()},
        source=source,
    )


def home_of(petition: Petition) -> str:
    """The published campaign page, else the petition's own page; never a request's host."""
    page = petition.page
    url: Any = page.get_url() if page and page.live else None
    url = url or petition.get_absolute_url()
    return url if url.startswith("http") else f"{settings.BASE_URL}{url}"
