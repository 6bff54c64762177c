"""Everything that the page of one person shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.safestring import SafeString

from campaign_blocks.kit.doors import Constituents
from scoreboard.actions import Actions, offer
from scoreboard.board import find_bill
from scoreboard.channels import Account, accounts_of, dial
from scoreboard.constituents import constituents_of
from scoreboard.marks import MARKS, Mark
from scoreboard.models import Bill, Legislator, Office, ShareImage, Stance, StanceChange, Term
from scoreboard.people import ORDER
from scoreboard.positions import Position
from scoreboard.scripts import Addressee, Words, write_words
from scoreboard.state_links import state_url
from scoreboard.states import ALL_STATES
from scoreboard.structured import person_data

MOST_CHANGES = 20


@dataclass(frozen=True, slots=True)
class Profile:
    person: Legislator
    bill: Bill | None
    bill_name: str
    stance: Stance | None
    mark: Mark | None
    words: Words | None
    actions: Actions | None
    share_image: ShareImage | None
    history: list[StanceChange]
    terms: list[Term]
    constituents: Sequence[Constituents]
    offices: list[Office]
    previous: Legislator | None
    following: Legislator | None

    @property
    def state_name(self) -> str:
        return ALL_STATES.get(self.person.state, self.person.state)

    @property
    def address(self) -> str:
        """'Sen. Sanders'"""
        return f"{self.person.short_title} {self.person.family_name}"

    @property
    def office(self) -> str:
        """'Senator, Democrat, Massachusetts'"""
        person = self.person
        title = person.title or person.chamber.person_title
        return ", ".join(part for part in (title, person.party, person.seat) if part)

    @property
    def summary(self) -> str:
        stance = f"{self.mark.word}: {self.bill_name}" if self.mark else ""
        return ". ".join(part for part in (self.office, stance) if part)

    @property
    def structured(self) -> SafeString:
        return person_data(self.person, self.office)

    @property
    def dial(self) -> str:
        return dial(self.person.phone)

    @property
    def state_url(self) -> str:
        return state_url(self.person.state)

    @property
    def callable_offices(self) -> list[Office]:
        return [office for office in self.offices if office.dial]

    @property
    def place(self) -> str:
        """Whose people the constituents are."""
        return self.person.seat or self.state_name

    @property
    def website_host(self) -> str:
        return urlsplit(self.person.website).hostname or self.person.website

    @property
    def accounts(self) -> list[Account]:
        return accounts_of(self.person)


def read_profile(person: Legislator, bill_slug: str = "") -> Profile:
    """Raises UnknownBill."""
    bill = find_bill(bill_slug)
    if bill and bill.legislature_id != person.chamber.legislature_id:
        bill = None
    stance = person.stances.filter(bill=bill).first() if bill else None
    position = stance.position if stance else Position.NOT_SPONSORING.value
    who = Addressee(
        title=person.short_title,
        last=person.family_name,
        bill=bill.name_in(person.chamber_id) if bill else "",
        x_handle=person.x_handle,
        bluesky=person.bluesky,
        mastodon=person.mastodon,
    )
    words = write_words(bill, position, who) if bill and person.in_office else None
    previous, following = neighbours(person)
    return Profile(
        person=person,
        bill=bill,
        bill_name=who.bill,
        stance=stance,
        mark=MARKS[position] if bill else None,
        words=words,
        actions=offer(person, words, who.bill) if words else None,
        share_image=ShareImage.objects.filter(bill=bill, legislator=person).first(),
        history=history_of(person, bill) if bill else [],
        terms=list(person.terms.all()),
        constituents=constituents_of(person) if person.in_office else (),
        offices=list(person.offices.all()),
        previous=previous,
        following=following,
    )


def history_of(person: Legislator, bill: Bill) -> list[StanceChange]:
    """The latest first; a single line would only repeat the stance above it."""
    changes = list(StanceChange.objects.of(person, bill)[:MOST_CHANGES])
    return changes if len(changes) > 1 else []


def neighbours(person: Legislator) -> tuple[Legislator | None, Legislator | None]:
    """The members before and after this one in the state's list."""
    if not person.in_office:
        return None, None
    listed = Legislator.objects.in_office().filter(
        chamber__legislature=person.chamber.legislature_id, state=person.state
    )
    people = list(listed.only("slug", "full_name").order_by(*ORDER))
    place = next(number for number, other in enumerate(people) if other.pk == person.pk)
    before = people[place - 1] if place else None
    return before, people[place + 1] if place + 1 < len(people) else None
