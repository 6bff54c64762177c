"""Where a state's lawmakers stand, for whoever asks through the kit's door."""

from campaign_blocks.kit.doors import Standing
from scoreboard.models import Bill, Legislator
from scoreboard.positions import FRIENDS, Position

ORDER = ("chamber__position", "district", "sort_name")


def find_standings(*, state: str, country: str) -> list[Standing]:
    """On the bill that the scoreboard shows; nothing outside the US, or while there is none."""
    bill = Bill.objects.current()
    if bill is None or country != "US":
        return []
    people = Legislator.objects.in_office().voting_on(bill).filter(state=state)
    rows = people.with_position(bill).select_related("chamber").order_by(*ORDER)
    return [standing(person, person.position) for person in rows]


def standing(person: Legislator, position: str) -> Standing:
    title = person.title or person.chamber.short_title
    about = ", ".join(part for part in (title, person.party, person.seat) if part)
    word = str(Position(position).label)
    return Standing(
        person.full_name, about, person.get_absolute_url(), word, friendly=position in FRIENDS
    )
