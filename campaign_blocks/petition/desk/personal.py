"""What bulk changes know of a person: that her signature was among those that staff changed."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from campaign_blocks.kit.personal_data import Person
from campaign_blocks.petition.models import BulkActionRow


def rows(person: Person) -> list[dict[str, Any]]:
    found = BulkActionRow.objects.filter(signature__in=list(person.signature_ids))
    return [row(one) for one in found.select_related("action").order_by("pk")]


def row(one: BulkActionRow) -> dict[str, Any]:
    when = one.action.started_at or one.action.created_at
    facts = {
        "what": one.action.get_kind_display(),
        "day": date_format(localtime(when), "SHORT_DATE_FORMAT"),
    }
    return {
        "signature": one.signature_id,
        "in_words": _("Changed by staff together with others (%(what)s) on %(day)s") % facts,
        "what": one.action.kind,
        "before": one.before,
        "at": when.isoformat(),
    }


def erase(person: Person) -> int:
    """What it was before is not needed any more: an erased signature never changes again."""
    ids = list(person.signature_ids)
    return BulkActionRow.objects.filter(signature__in=ids).delete()[0]
