"""What signers answered last to everybody who asked whether to write to them."""

from collections import Counter
from collections.abc import Generator, Iterator

from django.db.models import Count, Max, Min, Q, QuerySet

from campaign_blocks.petition.models import Consent, Petition
from campaign_blocks.petition.models.choices import COUNTED
from campaign_blocks.petition.numbers.parts import Row, signatures

WINDOW = 25_000  # signatures: about half a second


def opt_in(petition: Petition, is_huge: bool) -> Generator[None, None, list[Row]]:
    """[organization or "", people asked, yes], the campaign first."""
    asked: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    for some in windows(petition) if is_huge else [Q()]:
        for name, people, yes in last_words(petition, some):
            asked[name or ""] += people
            agreed[name or ""] += yes
        yield
    order = sorted(asked, key=lambda name: (name != "", -asked[name], name))
    return [[name, asked[name], agreed[name]] for name in order]


def windows(petition: Petition) -> Iterator[Q]:
    """Stretches of primary keys, so that no single statement takes long."""
    ends = signatures(petition).aggregate(first=Min("pk"), last=Max("pk"))
    first, last = ends["first"] or 0, ends["last"] or -1
    for start in range(first, last + 1, WINDOW):
        yield Q(signature_id__gte=start, signature_id__lt=start + WINDOW)


def last_words(petition: Petition, some: Q) -> QuerySet[Consent, tuple[str | None, int, int]]:
    given = Consent.objects.filter(
        some, signature__petition=petition, signature__state__in=COUNTED
    ).order_by()
    each = given.values("signature_id", "purpose", "organization_id").annotate(last=Max("pk"))
    said = Consent.objects.filter(pk__in=each.values("last")).order_by()
    rows = said.values_list("organization__name")
    return rows.annotate(asked=Count("pk"), yes=Count("pk", filter=Q(granted=True)))
