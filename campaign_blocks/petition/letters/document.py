"""The printed delivery: the petition's letter, then the names and places of who agreed with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaign_blocks.petition.letters.paper import Paper

COLUMNS = 2
LINE = 5.2
GAP = 6.0
NAME_SHARE = 0.62
NUMBER = 11.0


@dataclass(frozen=True)
class Constituent:
    name: str
    place: str


@dataclass(frozen=True)
class Excerpt:
    """What somebody wrote in her own words, shortened."""

    name: str
    place: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """`first` is the number of the first name: a large delivery comes in parts."""

    recipient: str
    seat: str
    campaign: str
    address: str
    subject: str
    body: str
    day: date
    total: int
    first: int = 1
    constituents: Sequence[Constituent] = ()
    excerpts: Sequence[Excerpt] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        found = [self.recipient, self.seat, self.campaign, self.subject, self.body]
        for constituent in self.constituents:
            found += [constituent.name, constituent.place]
        for excerpt in self.excerpts:
            found += [excerpt.name, excerpt.place, excerpt.words]
        return found


def draw(delivery: Delivery) -> bytes:
    paper = Paper(title=delivery.campaign, texts=delivery.texts)
    draw_letter(paper, delivery)
    draw_names(paper, delivery)
    if delivery.excerpts:
        draw_excerpts(paper, delivery.excerpts)
    return bytes(paper.output())


def draw_letter(paper: Paper, delivery: Delivery) -> None:
    paper.add_page()
    paper.words(delivery.recipient, size=15, bold=True)
    paper.words(delivery.seat, size=11)
    paper.ln(4)
    paper.words(formats.date_format(delivery.day, "DATE_FORMAT"), size=10)
    paper.ln(8)
    paper.words(delivery.subject, size=13, bold=True)
    paper.ln(3)
    paper.words(delivery.body, size=11)
    paper.ln(8)
    count = formats.number_format(delivery.total, force_grouping=True)
    agree = ngettext(
        "%(count)s constituent of yours agreed to this letter. The name follows.",
        "%(count)s constituents of yours agreed to this letter. Their names follow.",
        delivery.total,
    )
    paper.words(agree % {"count": count}, size=11, bold=True)
    paper.words(f"{delivery.campaign}, {delivery.address}", size=10)


def draw_names(paper: Paper, delivery: Delivery) -> None:
    """In columns, down and then across, so that a name is found by its number."""
    width = (paper.epw - GAP * (COLUMNS - 1)) / COLUMNS
    per_column = int((paper.eph - 12) // LINE)
    for at, one in enumerate(delivery.constituents):
        column, row = divmod(at % (per_column * COLUMNS), per_column)
        if column == row == 0:
            paper.add_page()
            paper.words(_("Constituents who agreed"), size=12, bold=True)
            paper.ln(2)
            top = paper.get_y()
        left, y = paper.l_margin + column * (width + GAP), top + row * LINE
        paper.line_of(f"{delivery.first + at}.", (left, y), NUMBER, 8)
        share = (width - NUMBER) * NAME_SHARE
        paper.line_of(one.name, (left + NUMBER, y), share)
        paper.line_of(one.place, (left + NUMBER + share, y), width - NUMBER - share, 8.5)


def draw_excerpts(paper: Paper, excerpts: Sequence[Excerpt]) -> None:
    paper.add_page()
    paper.words(_("In their own words"), size=12, bold=True)
    paper.ln(2)
    for one in excerpts:
        paper.words(one.words, size=10)
        paper.words(f"{one.name}, {one.place}" if one.place else one.name, size=9, bold=True)
        paper.ln(4)
