"""Signatures per day as a picture that the server draws; its table stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats

WIDTH, HEIGHT = 960, 240
LEFT, BOTTOM, TOP = 64, 28, 12
MOST_DAYS = 90
LABELS = 6
STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True)
class Bar:
    """One day: the counted part stands below, the others above it."""

    day: date
    counted: int
    others: int
    x: float
    width: float
    counted_y: float
    counted_height: float
    others_y: float
    others_height: float

    @property
    def total(self) -> int:
        return self.counted + self.others


@dataclass(frozen=True)
class Line:
    y: float
    label: str


@dataclass(frozen=True)
class Label:
    x: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Chart:
    bars: Sequence[Bar]
    lines: Sequence[Line]
    labels: Sequence[Label]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    floor: int = HEIGHT - BOTTOM

    @property
    def total(self) -> int:
        return sum(bar.counted for bar in self.bars)

    @property
    def best(self) -> Bar:
        return max(self.bars, key=lambda bar: bar.counted)


def chart(rows: Sequence[Sequence[object]], today: date) -> Chart | None:
    """Of [day, counted, all]; the last 90 days, with the empty ones between."""
    known = {date.fromisoformat(str(day)): (int(str(n)), int(str(all_))) for day, n, all_ in rows}
    if not known:
        return None
    last = max(today, max(known))
    first = max(min(known), last - timedelta(days=MOST_DAYS - 1))
    first = min(first, last - timedelta(days=6))  # a single bar says nothing
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    top = nice_top(max(known.get(day, (0, 0))[1] for day in days))
    bars = [
        bar(day, *known.get(day, (0, 0)), place, len(days), top) for place, day in enumerate(days)
    ]
    return Chart(bars, lines(top), labels(bars))


def bar(day: date, counted: int, total: int, place: int, days: int, top: int) -> Bar:
    room = (WIDTH - LEFT) / days
    gap = min(room * 0.2, 3)
    scale = (HEIGHT - BOTTOM - TOP) / top
    others = total - counted
    floor = HEIGHT - BOTTOM
    return Bar(
        day=day,
        counted=counted,
        others=others,
        x=round(LEFT + place * room + gap / 2, 2),
        width=round(room - gap, 2),
        counted_y=round(floor - counted * scale, 2),
        counted_height=round(counted * scale, 2),
        others_y=round(floor - total * scale, 2),
        others_height=round(others * scale, 2),
    )


def nice_top(most: int) -> int:
    """The first round number that is not below the highest bar."""
    scale = 1
    while True:
        for step in STEPS:
            if most <= scale * step and (scale * step) % 1 == 0:
                return int(scale * step)
        scale *= 10


def lines(top: int) -> list[Line]:
    parts = next((n for n in (4, 5, 3, 2) if top % n == 0), 1)
    scale = (HEIGHT - BOTTOM - TOP) / top
    marks = [top * n // parts for n in range(parts + 1)]
    return [
        Line(
            round(HEIGHT - BOTTOM - mark * scale, 2),
            formats.number_format(mark, force_grouping=True),
        )
        for mark in marks
    ]


def labels(bars: Sequence[Bar]) -> list[Label]:
    """A handful of days by name, evenly apart; the last is always named, inside the picture."""
    apart = max(1, -(-len(bars) // LABELS))
    last, *others = bars[::-1][::apart]
    named = [Label(round(one.x + one.width / 2, 2), day_name(one)) for one in others]
    return [Label(WIDTH, day_name(last), "end"), *named]


def day_name(one: Bar) -> str:
    return formats.date_format(one.day, "j M")
