"""The fields of one petition's form, made once for everybody who signs it in the same seconds.

Making them costs a third of reading a form. They hang on the petition, which the look-up of signing
forgets after five seconds, so that nothing has to be told when staff change a question.
"""

from collections.abc import Sequence

from django import forms
from django.utils.translation import get_language

from campaign_blocks.petition.forms.asked import everything
from campaign_blocks.petition.lookup import PartnerName
from campaign_blocks.petition.models import Petition

KEPT = "_questions"


def shared_questions(
    petition: Petition,
    partner: PartnerName | None,
    organizations: Sequence[PartnerName],
    *,
    split: bool,
    country: bool,
) -> dict[str, forms.Field]:
    """To clean answers with; a form that is shown needs copies, for showing marks its fields."""
    kept = petition.__dict__.setdefault(KEPT, {})
    key = (split, country, partner, tuple(organizations), get_language())
    if key not in kept:
        kept[key] = dict(everything(petition, partner, organizations, split=split, country=country))
    return dict(kept[key])
