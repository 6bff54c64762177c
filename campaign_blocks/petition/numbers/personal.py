"""What paper and exports know of a person, and how that goes."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign_blocks.kit.personal_data import Person, PersonalData
from campaign_blocks.petition.exports.making import forget_files
from campaign_blocks.petition.models import PaperRow
from campaign_blocks.petition.paper.forgetting import forget_person


def paper_rows(person: Person) -> list[dict[str, Any]]:
    rows = PaperRow.objects.filter(signature__in=person.signature_ids).select_related("batch")
    words = _("Signed on paper; brought in on %(day)s, line %(line)s.")
    return [
        {
            "signature": row.signature_id,
            "line": row.line,
            "brought_in_at": row.batch.created_at.isoformat(),
            "in_words": words % {"day": f"{row.batch.created_at:%Y-%m-%d}", "line": row.line},
        }
        for row in rows
    ]


def no_rows(person: Person) -> list[dict[str, Any]]:
    """Files for staff live a day and have no index of people."""
    return []


def files(person: Person) -> int:
    """Not when a signer removes a signature: on a busy day no long file would ever be finished."""
    return forget_files() if person.completely and person.signature_ids else 0


# A line number names nobody, and undoing the batch needs it for the count. What is not imported
# yet does name people.
PAPER = PersonalData(
    name="paper", label=gettext_lazy("Signed on paper"), rows=paper_rows, erase=forget_person
)
EXPORTS = PersonalData(
    name="exports", label=gettext_lazy("Files for staff"), rows=no_rows, erase=files
)
