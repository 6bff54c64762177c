"""How people, bills and stances are read."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, FilteredRelation, Q, Value
from django.db.models.functions import Coalesce

from scoreboard.folding import fold
from scoreboard.positions import FRIENDS, Position

if TYPE_CHECKING:
    from scoreboard.models import (  # noqa: F401  named in quotes
        Bill,
        Legislator,
        Stance,
        StanceChange,
    )

MOST_WORDS = 8


class LegislatorQuerySet(models.QuerySet["Legislator"]):
    def in_office(self) -> Self:
        return self.filter(in_office=True)

    def voting_on(self, bill: "Bill | None") -> Self:
        """The members of the legislature that the bill lies before; of all without a bill."""
        return self.filter(chamber__legislature=bill.legislature_id) if bill else self

    def with_stance(self, bill: "Bill | None") -> Self:
        """Adds `role` and `since` to what `with_position` adds."""
        people = self.with_position(bill)
        if bill is None:
            nothing = Value("", output_field=models.CharField())
            day = Value(None, output_field=models.DateField())
            return people.annotate(role=nothing, since=day)
        return people.annotate(role=Coalesce("stance__role", Value("")), since=F("stance__since"))

    def with_position(self, bill: "Bill | None") -> Self:
        """Adds `position`, and the bill's `number` in the person's chamber.

        Who has no stance recorded is not sponsoring.
        """
        if bill is None:
            nothing = Value("", output_field=models.CharField())
            return self.annotate(position=nothing, number=nothing)
        return self.annotate(
            numbered=FilteredRelation(
                "chamber__bill_numbers", condition=Q(chamber__bill_numbers__bill=bill)
            ),
            number=Coalesce("numbered__number", Value("")),
            stance=FilteredRelation("stances", condition=Q(stances__bill=bill)),
            position=Coalesce("stance__position", Value(Position.NOT_SPONSORING.value)),
        )

    def at(self, position: str) -> Self:
        """After `with_position`."""
        return self.filter(position=position)

    def friendly(self) -> Self:
        """Who supports the bill; after `with_position`."""
        return self.filter(position__in=FRIENDS)

    def represents(self, states: Collection[str], districts: Collection[tuple[str, int]]) -> Self:
        """Senators and at-large members of the states, and the members of these districts.

        Without districts: everybody from the states.
        """
        here = Q(state__in=list(states))
        if not districts:
            return self.filter(here)
        seats = Q(pk__in=[])
        for state, district in districts:
            seats |= Q(state=state, district=district)
        return self.filter(here, Q(district__isnull=True) | seats)

    def named(self, words: str) -> Self:
        """Every word occurs somewhere in the names; accents and case do not matter."""
        found = self
        for word in fold(words).split()[:MOST_WORDS]:
            found = found.filter(sort_name__contains=word)
        return found


class BillQuerySet(models.QuerySet["Bill"]):
    def current(self) -> "Bill | None":
        """The bill shown where nobody chose one: the latest."""
        return self.select_related("legislature").first()

    def by_number(self, slug: str) -> "Bill | None":
        """By its own address or by its number in either chamber."""
        found = self.filter(Q(slug=slug) | Q(numbers__slug=slug)).distinct()
        return found.select_related("legislature").first()


class StanceQuerySet(models.QuerySet["Stance"]):
    def on(self, bill: "Bill") -> Self:
        return self.filter(bill=bill)

    def of_people_in_office(self) -> Self:
        return self.filter(legislator__in_office=True)


class StanceChangeQuerySet(models.QuerySet["StanceChange"]):
    def of(self, person: "Legislator", bill: "Bill") -> Self:
        """The history of one stance, the latest change first."""
        return self.filter(legislator=person, bill=bill)

    def untold(self) -> Self:
        """What staff were not told yet, in the order it happened."""
        return self.filter(told_at=None).order_by("pk")
