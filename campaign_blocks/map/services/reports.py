"""A report on its way: stored, turned into a place in review, or dismissed."""

from typing import Any

from django.db import transaction
from django.utils import translation

from campaign_blocks.map.gazetteer import bundled, city_key
from campaign_blocks.map.models import HOME, Basemap, Kind, Place, Precision, Report, ReportState
from campaign_blocks.map.models.reports import OPEN

MOST_AN_HOUR = 5
LONGEST_NAME = 200


class NotOpen(Exception):
    """Somebody has decided on it already."""


def store_report(*, report: Report, sent_before: int) -> Report:
    """`sent_before`: by the same sender in this hour. Who sends many is put aside, not told."""
    if sent_before >= MOST_AN_HOUR:
        report.state = ReportState.SUSPECT
    report.language = (translation.get_language() or "en")[:12]
    report.save()
    return report


@transaction.atomic
def make_place(*, report: Report, user: Any) -> Place:
    """A place in review with what the visitor said; thanks go out when it is published."""
    report = locked(report)
    place = new_place(report)
    place.save()
    place.save_revision(user=user, clean=False)
    settle(report, place)
    return place


@transaction.atomic
def accept_correction(*, report: Report) -> Place:
    """The place has been put right by hand."""
    report = locked(report)
    if report.about is None:
        raise NotOpen
    settle(report, report.about)
    return report.about


@transaction.atomic
def dismiss(*, report: Report) -> Report:
    report = locked(report)
    report.state, report.email = ReportState.DISMISSED, ""
    report.save(update_fields=["state", "email"])
    return report


@transaction.atomic
def restore(*, report: Report) -> Report:
    """A dismissed one waits again; the address that was in it is gone."""
    found = Report.objects.select_for_update().get(pk=report.pk)
    if found.state != ReportState.DISMISSED:
        raise NotOpen
    found.state, found.dismissal = ReportState.WAITING, None
    found.save(update_fields=["state", "dismissal"])
    return found


def locked(report: Report) -> Report:
    found = Report.objects.select_for_update().get(pk=report.pk)
    if found.state not in OPEN:
        raise NotOpen
    return found


def settle(report: Report, place: Place) -> None:
    report.state, report.place = ReportState.ACCEPTED, place
    report.save(update_fields=["state", "place"])


def new_place(report: Report) -> Place:
    world = report.map.basemap == Basemap.WORLD
    state, country = ("", report.area) if world else (report.area, HOME)
    place = Place(
        map=report.map,
        kind=report.kind or first_kind(report),
        name=(report.city or str(report))[:LONGEST_NAME],
        city=report.city,
        state=state,
        country=country,
        description=report.what,
        source_url=report.source_url,
        live=False,
    )
    if point := bundled().get(city_key(place.city, state, country)):
        place.latitude, place.longitude = point.latitude, point.longitude
        place.precision = Precision.CITY
    return place


def first_kind(report: Report) -> Kind:
    return report.map.kinds.order_by("sort_order", "pk")[0]
