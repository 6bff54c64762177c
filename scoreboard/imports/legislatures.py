"""The legislatures that imports know, made when first needed; staff may change their words."""

from collections.abc import Iterable

from scoreboard.imports.records import CONGRESS, ChamberFacts, LegislatureFacts
from scoreboard.models import Chamber, Legislature

__all__ = ["CONGRESS", "US_CONGRESS", "chambers_of", "congress", "make", "take_turns"]

US_CONGRESS = LegislatureFacts(
    slug=CONGRESS,
    name="United States Congress",
    country="US",
    demonym="members of Congress",
    chambers=(
        ChamberFacts("senate", "Senate", "Senator", "Sen.", 100),
        # 435 who vote and 6 who do not.
        ChamberFacts("house", "House of Representatives", "Representative", "Rep.", 441),
    ),
)


def congress() -> Legislature:
    return make(US_CONGRESS)


def make(facts: LegislatureFacts) -> Legislature:
    legislature, _ = Legislature.objects.get_or_create(
        slug=facts.slug,
        defaults={
            "name": facts.name,
            "country": facts.country,
            "demonym": facts.demonym,
            "area_word": facts.area_word,
        },
    )
    for position, chamber in enumerate(facts.chambers):
        Chamber.objects.get_or_create(
            legislature=legislature,
            slug=chamber.slug,
            defaults={
                "name": chamber.name,
                "person_title": chamber.person_title,
                "short_title": chamber.short_title,
                "seats": chamber.seats,
                "position": position,
            },
        )
    return legislature


def chambers_of(every: Iterable[LegislatureFacts]) -> dict[tuple[str, str], Chamber]:
    """By the slugs of legislature and chamber."""
    found = {}
    for facts in every:
        for chamber in make(facts).chambers.select_related("legislature"):
            found[facts.slug, chamber.slug] = chamber
    return found


def take_turns(every: Iterable[LegislatureFacts]) -> None:
    """Two imports of one parliament wait for each other; until the end of the transaction."""
    slugs = [facts.slug for facts in every]
    rows = Legislature.objects.select_for_update().filter(slug__in=slugs).order_by("pk")
    list(rows.values_list("pk", flat=True))
