"""Finding a signature among a million: every way is served by an index, and nothing is counted."""

from typing import Any

from django.db.models import BooleanField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, Upper
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.plain_order import PlainOrder
from campaign_blocks.petition.models.signature import SignatureQuerySet

MOST_COUNTED = 2_000
LAST_CHARACTER = chr(0x10FFFF)
# The planner knows from a literal alone that the index of what is not confirmed will do.
NOT_CONFIRMED = f"petition_signature.state <> '{SignatureState.CONFIRMED.value}'"


class ListedSignatures(SignatureQuerySet):
    """Counts to 2,001 and no further, along the index that the list is read by."""

    def count(self) -> int:
        if self.query.is_sliced:
            return super().count()
        return self[: MOST_COUNTED + 1].count()


class CappedPaginator(WagtailPaginator):
    @property
    def items_count_label(self) -> str:
        if self.count > MOST_COUNTED:
            return _("more than 2,000 signatures")
        return str(super().items_count_label)


def find(rows: SignatureQuerySet, words: str) -> SignatureQuerySet:
    """A whole e-mail address in any spelling, or the beginning of a name."""
    words = words.strip()
    if not words:
        return rows
    if "@" in words:
        return rows.filter(fingerprint=fingerprint(words))
    begins: Any = Upper(Value(words))
    named = rows.alias(plain_name=PlainOrder(Upper("name")))
    named = named.filter(
        plain_name__gte=begins, plain_name__lt=Concat(begins, Value(LAST_CHARACTER))
    )
    return named.order_by("plain_name", "-pk")


def in_state(rows: SignatureQuerySet, state: str) -> SignatureQuerySet:
    if state in SignatureState.values and state != SignatureState.CONFIRMED:
        literal = RawSQL(NOT_CONFIRMED, (), BooleanField())  # noqa: S611  our own words
        return rows.filter(literal, state=state)
    return rows
