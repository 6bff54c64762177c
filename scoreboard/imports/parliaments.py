"""How members of some parliaments are called; of others, staff say it in the admin."""

from django.utils.text import slugify

from scoreboard.imports.records import ChamberFacts, LegislatureFacts

# By the parliament's number in Wikidata: country, chamber, title, short title, together, district.
WORDS = {
    "Q1520966": (
        "NZ",
        "House of Representatives",
        "Member of Parliament",
        "MP",
        "members of Parliament",
        "electorate",
    ),
    "Q285714": (
        "GB",
        "Assembly",
        "Member of the Legislative Assembly",
        "MLA",
        "members of the Assembly",
        "constituency",
    ),
}
OTHERS = ("", "", "Member", "", "members", "constituency")


def parliament(name: str, wikidata: str, seats: int) -> LegislatureFacts:
    """A parliament of one chamber."""
    country, chamber, title, short, together, area = WORDS.get(wikidata, OTHERS)
    return LegislatureFacts(
        slug=slugify(name)[:50],
        name=name,
        country=country,
        demonym=together,
        area_word=area,
        chambers=(ChamberFacts("members", chamber or name[:80], title, short, seats),),
    )
