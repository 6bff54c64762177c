"""What reports know of a person: the address she left for our thanks, and her words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign_blocks.kit.personal_data import Person, PersonalData
from campaign_blocks.map.models import Report


def hers(person: Person) -> list[Report]:
    """Few reports hold an address, none longer than half a year: each of them is looked at."""
    if person.is_hers is None:
        return []
    held = Report.objects.exclude(email="").select_related("map").order_by("pk")
    if person.until:
        held = held.filter(created_at__lte=person.until)
    return [report for report in held if person.is_hers(report.email)]


def rows(person: Person) -> list[dict[str, Any]]:
    words = _("You reported a place to “%(map)s” on %(day)s.")
    return [
        {
            "report": report.pk,
            "map": report.map.title,
            "what": report.what,
            "city": report.city,
            "area": report.area,
            "source": report.source_url,
            "email": report.email,
            "language": report.language,
            "became": report.state,
            "reported_at": report.created_at.isoformat(),
            "in_words": words % {"map": report.map, "day": f"{report.created_at:%Y-%m-%d}"},
        }
        for report in hers(person)
    ]


def erase(person: Person) -> int:
    """The address goes; what the report says is about a place."""
    found = [report.pk for report in hers(person)]
    return Report.objects.filter(pk__in=found).update(email="") if found else 0


REPORTS = PersonalData(
    name="place_reports", label=gettext_lazy("Places you reported"), rows=rows, erase=erase
)
