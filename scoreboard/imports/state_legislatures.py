"""The legislatures of the states: names of chambers, titles of members, numbers of seats."""

from functools import lru_cache

from scoreboard.imports.records import ChamberFacts, LegislatureFacts
from scoreboard.seats import ordinal
from scoreboard.states import ALL_STATES

# Open States' kinds of role.
CHAMBERS = {"upper": "senate", "lower": "house", "legislature": "legislature"}

# Seats of the upper and the lower chamber; National Conference of State Legislatures, 2025.
_SEATS = (
    "AL35/105 AK20/40 AZ30/60 AR35/100 CA40/80 CO35/65 CT36/151 DE21/41 FL40/120 GA56/180 "
    "HI25/51 ID35/70 IL59/118 IN50/100 IA50/100 KS40/125 KY38/100 LA39/105 ME35/151 MD47/141 "
    "MA40/160 MI38/110 MN67/134 MS52/122 MO34/163 MT50/100 NV21/42 NH24/400 NJ40/80 NM42/70 "
    "NY63/150 NC50/120 ND47/94 OH33/99 OK48/101 OR30/60 PA50/203 RI38/75 SC46/124 SD35/70 "
    "TN33/99 TX31/150 UT29/75 VT30/150 VA40/100 WA49/98 WV34/100 WI33/99 WY31/62"
)
SEATS = {word[:2]: tuple(map(int, word[2:].split("/"))) for word in _SEATS.split()}
ONE_CHAMBER = {"NE": 49, "DC": 13, "GU": 15, "VI": 15}

ASSEMBLY = {"CA", "NV", "NJ", "NY", "WI"}
DELEGATES = {"MD", "VA", "WV"}
GENERAL_COURT = {"MA", "NH"}
# fmt: off
GENERAL_ASSEMBLY = {
    "AR", "CO", "CT", "DE", "GA", "IL", "IN", "IA", "KY", "MD",
    "MO", "NC", "OH", "PA", "RI", "SC", "TN", "VT", "VA",
}
# fmt: on


@lru_cache
def legislature_of(state: str) -> LegislatureFacts:
    name = ALL_STATES[state]
    title = "Legislature"
    if state in GENERAL_COURT:
        title = "General Court"
    elif state in GENERAL_ASSEMBLY:
        title = "General Assembly"
    return LegislatureFacts(
        slug=f"us-{state.lower()}",
        name=f"{name} {title}",
        country="US",
        demonym=f"members of the {name} {title}",
        chambers=_chambers(state),
    )


def _chambers(state: str) -> tuple[ChamberFacts, ...]:
    if state in ONE_CHAMBER:
        seats = ONE_CHAMBER[state]
        return (ChamberFacts("legislature", "Legislature", "Senator", "Sen.", seats),)
    upper, lower = SEATS.get(state, (0, 0))
    words = ("House of Representatives", "State Representative", "Rep.")
    if state in ASSEMBLY:
        words = ("Assembly", "Assembly Member", "Asm.")
    elif state in DELEGATES:
        words = ("House of Delegates", "Delegate", "Del.")
    return (
        ChamberFacts("senate", "Senate", "State Senator", "Sen.", upper),
        ChamberFacts("house", *words, lower),
    )


def place_of(state: str, kind: str, district: str) -> tuple[str, int | None, str, str]:
    """Chamber, number or name of the district, and how the seat is called."""
    slug = CHAMBERS[kind]
    chamber = next(c for c in legislature_of(state).chambers if c.slug == slug)
    short = "House" if chamber.name.startswith("House") else chamber.name
    if district.isascii() and district.isdigit() and len(district) <= 4:
        number = int(district)
        return slug, number, "", f"{ALL_STATES[state]}, {ordinal(number)} {short} district"
    return slug, None, district, f"{ALL_STATES[state]}, {short}, {district}"
