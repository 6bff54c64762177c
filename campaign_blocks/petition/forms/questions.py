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
        asked = everything(petition, partner, organizations, split=split, country=country)
        kept[key] = {name: in_this_language(field) for name, field in asked}
    return dict(kept[key])


def in_this_language(field: forms.Field) -> forms.Field:
    """Its words looked up now, and not again by every form that holds it."""
    if field.label is not None:
        field.label = str(field.label)
    field.help_text = str(field.help_text)
    return field
