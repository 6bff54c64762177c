"""What the fraud desk looks for in the signatures of one day: pure reading, one query for each."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Max, Min, Q, Value
from django.db.models.functions import StrIndex, Substr, TruncMinute

from campaign_blocks.petition.identity.mail_providers import LARGE
from campaign_blocks.petition.identity.zip_states import NAMES, state_of
from campaign_blocks.petition.models import DeskFinding, Petition, Signature
from campaign_blocks.petition.models.choices import SignatureState
from campaign_blocks.petition.models.desk_finding import FindingKind
from campaign_blocks.petition.models.signature import SignatureQuerySet
from campaign_blocks.petition.models.suspicion import Suspicion
from campaign_blocks.petition.populations import populations
from campaign_blocks.petition.states import HELD

Facts = dict[str, Any]
WINDOW = timedelta(hours=24)
MOST_ROWS = 20
FEWEST = 5  # fewer of one network or domain are nobody's business
HOME = "US"
# The Vatican once had more signers than inhabitants. Ten friends are no campaign.
TIMES_ITS_SHARE, FEWEST_OF_A_PLACE = 3.0, 10
TIMES_A_USUAL_MINUTE, FEWEST_OF_A_BURST = 10, 10


@dataclass(frozen=True)
class Scope:
    """The signatures of a day, of one petition or of all."""

    since: datetime
    first_id: int
    petition: Petition | None = None

    def rows(self) -> SignatureQuerySet:
        found = Signature.objects.filter(created_at__gte=self.since, pk__gte=self.first_id)
        return found.filter(petition=self.petition) if self.petition else found

    def criteria(self, **parts: Any) -> dict[str, Any]:
        whole = {"petition": self.petition.pk} if self.petition else {}
        return {**whole, "since": self.since.isoformat(), **parts}

    def finding(self, kind: FindingKind, label: str, facts: Facts, **parts: Any) -> DeskFinding:
        return DeskFinding(
            petition=self.petition,
            kind=kind,
            label=label,
            amount=facts["amount"],
            held=facts["held"],
            criteria=self.criteria(**parts),
        )


def tallied(rows: Any) -> Any:
    """How many there are of each value, and how many of these are held."""
    return rows.annotate(amount=Count("pk"), held=Count("pk", filter=Q(state__in=HELD)))


def scope_of(now: datetime, petition: Petition | None = None, first_id: int = 0) -> Scope:
    return Scope(now - WINDOW, first_id, petition)


def first_since(moment: datetime) -> int:
    """The id from which on signatures are younger: found by halving, as ids follow the clock."""
    ends = Signature.objects.aggregate(low=Min("pk"), high=Max("pk"))
    low, high = ends["low"] or 0, ends["high"] or 0
    while low < high:
        middle = (low + high) // 2
        when = (
            Signature.objects.filter(pk__gte=middle)
            .order_by("pk")
            .values_list("created_at", flat=True)
            .first()
        )
        if when is not None and when < moment:
            low = middle + 1
        else:
            high = middle
    return low


def networks(scope: Scope) -> Iterator[DeskFinding]:
    rows = tallied(scope.rows().exclude(address_block=b"").values("address_block"))
    for facts in rows.filter(amount__gte=FEWEST).order_by("-amount")[:MOST_ROWS]:
        digest = bytes(facts["address_block"]).hex()
        yield scope.finding(FindingKind.NETWORK, digest[:8], facts, address=digest)


def domains(scope: Scope) -> Iterator[DeskFinding]:
    """Large providers are left out: they lead every list."""
    after = Substr("email", StrIndex("email", Value("@")) + 1)
    rows = tallied(scope.rows().exclude(email="").annotate(domain=after).values("domain"))
    found = rows.filter(amount__gte=FEWEST).exclude(domain__in=LARGE)
    for facts in found.order_by("-amount")[:MOST_ROWS]:
        yield scope.finding(FindingKind.DOMAIN, facts["domain"], facts, domain=facts["domain"])


def bursts(scope: Scope) -> Iterator[DeskFinding]:
    """Minutes with many times what a minute of this day brings."""
    usual = scope.rows().count() / (WINDOW / timedelta(minutes=1))
    least = max(FEWEST_OF_A_BURST, TIMES_A_USUAL_MINUTE * usual)
    rows = scope.rows().annotate(minute=TruncMinute("created_at")).values("minute")
    busiest = tallied(rows).filter(amount__gte=least).order_by("-amount", "minute")
    for facts in busiest[:MOST_ROWS]:
        begin: datetime = facts["minute"]
        end = begin + timedelta(minutes=1)
        yield scope.finding(
            FindingKind.BURST,
            begin.isoformat(),
            facts,
            since=begin.isoformat(),
            until=end.isoformat(),
        )


def reasons(scope: Scope) -> Iterator[DeskFinding]:
    rows = scope.rows().filter(state=SignatureState.SUSPECT).exclude(suspect_for="")
    for facts in tallied(rows.values("suspect_for")).order_by("-amount"):
        label = str(Suspicion(facts["suspect_for"]).label)
        yield scope.finding(
            FindingKind.REASON, label, facts, suspect_for=facts["suspect_for"], state="suspect"
        )


def places(scope: Scope) -> Iterator[DeskFinding]:
    """Above the share that their population would give them, at the pace of the whole country."""
    home = scope.petition.home_country if scope.petition else HOME
    by_country = tally(scope, "country")
    by_state = by_us_state(scope) if home == HOME else {}
    whole = by_country.get(home, {"amount": 0})["amount"] or sum(
        facts["amount"] for facts in by_country.values()
    )
    pace = whole / populations().get(home, populations()[HOME])
    found = [
        *over(scope, pace, {k: v for k, v in by_country.items() if k != home}, "country", {}),
        *over(scope, pace, by_state, "us_state", NAMES, prefix="US-"),
    ]
    yield from sorted(found, key=lambda one: -(one.times or 0))[:MOST_ROWS]


def over(
    scope: Scope,
    pace: float,
    places: dict[str, Facts],
    field: str,
    names: dict[str, str],
    prefix: str = "",
) -> Iterator[DeskFinding]:
    for code, facts in places.items():
        people = populations().get(prefix + code)
        if not people or facts["amount"] < FEWEST_OF_A_PLACE or not pace:
            continue
        times = facts["amount"] / (people * pace)
        if times >= TIMES_ITS_SHARE:
            finding = scope.finding(
                FindingKind.PLACE, names.get(code, code), facts, **{field: code}
            )
            finding.times = times
            yield finding


def tally(scope: Scope, field: str) -> dict[str, Facts]:
    rows = tallied(scope.rows().exclude(**{field: ""}).values(code=F(field)))
    return {facts["code"]: facts for facts in rows}


def by_us_state(scope: Scope) -> dict[str, Facts]:
    rows = scope.rows().filter(country=HOME).annotate(code=Substr("postal_code", 1, 3))
    found: dict[str, Counter[str]] = {}
    for facts in tallied(rows.values("code")):
        state = state_of(facts["code"])
        if state:
            sums = found.setdefault(state, Counter())
            sums.update(amount=facts["amount"], held=facts["held"])
    return {state: dict(sums) for state, sums in found.items()}


FINDERS: tuple[Callable[[Scope], Iterator[DeskFinding]], ...] = (
    networks,
    domains,
    places,
    bursts,
    reasons,
)
