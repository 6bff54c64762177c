"""Dates that are known to the day, the month or the year: sources rarely say more."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _


class DatePrecision(TextChoices):
    DAY = "day", _("Day")
    MONTH = "month", _("Month")
    YEAR = "year", _("Year")


@dataclass(frozen=True)
class RoughDate:
    """The first day of the day, month or year that is meant."""

    day: date
    precision: DatePrecision


_FORMS = (
    (re.compile(r"^(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})$", re.ASCII), DatePrecision.DAY),
    (re.compile(r"^(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})$", re.ASCII), DatePrecision.DAY),
    (re.compile(r"^(?P<y>\d{4})-(?P<m>\d{1,2})$", re.ASCII), DatePrecision.MONTH),
    (re.compile(r"^(?P<m>\d{1,2})/(?P<y>\d{4})$", re.ASCII), DatePrecision.MONTH),
    (re.compile(r"^(?P<y>\d{4})$", re.ASCII), DatePrecision.YEAR),
)


def read_rough_date(text: str) -> RoughDate | None:
    """2019-05-14, 5/14/2019, 2019-05, 5/2019 or 2019; None when empty. ValueError says which."""
    text = text.strip()
    if not text:
        return None
    for form, precision in _FORMS:
        if found := form.match(text):
            parts = {"m": "1", "d": "1", **found.groupdict()}
            try:
                day = date(int(parts["y"]), int(parts["m"]), int(parts["d"]))
            except ValueError as problem:
                words = _now("“%(text)s” is not a date in the calendar.") % {"text": text}
                raise ValueError(words) from problem
            return RoughDate(day, precision)
    words = _now("“%(text)s” is not a date: write 2019-05-14, 2019-05, 2019 or 5/14/2019.")
    raise ValueError(words % {"text": text})


def show_rough_date(day: date | None, precision: str) -> str:
    """“May 14, 2019”, “May 2019” or “2019”; empty when there is no date."""
    if day is None:
        return ""
    forms = {DatePrecision.YEAR: "Y", DatePrecision.MONTH: "YEAR_MONTH_FORMAT"}
    return date_format(day, forms.get(DatePrecision(precision), "DATE_FORMAT"))


def write_rough_date(day: date | None, precision: str) -> str:
    """The ISO form shortened to what is known: 2019-05-14, 2019-05 or 2019."""
    if day is None:
        return ""
    lengths = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}
    return day.isoformat()[: lengths.get(DatePrecision(precision), 10)]
