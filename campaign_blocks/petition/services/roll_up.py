"""Adding the count's changes up into the public number. Nobody who signs ever waits for this."""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models import F, Q, Sum
from django.db.models.functions import Greatest
from django.utils import timezone

from campaign_blocks.petition.models import CountDelta, Petition, PetitionCount

# Grouped before the upsert: ON CONFLICT DO UPDATE may touch a row only once. The row to insert is
# checked before the conflict is, so a correction downwards must not be in it.
STATEMENT = """
    WITH gone AS (
        DELETE FROM petition_countdelta d
        WHERE d.signature_id IS NULL OR EXISTS (
            SELECT 1 FROM petition_signature s
            WHERE s.id = d.signature_id AND s.judged_at IS NOT NULL
        )
        RETURNING petition_id, amount, on_paper
    ), sums AS (
        SELECT petition_id, CAST(SUM(amount) AS bigint) AS total, COUNT(*) AS rows,
            CAST(COALESCE(SUM(amount) FILTER (WHERE on_paper), 0) AS bigint) AS paper
        FROM gone GROUP BY petition_id
    ), counted AS (
        INSERT INTO petition_petitioncount (petition_id, confirmed, on_paper, as_of)
        SELECT petition_id, GREATEST(total, 0), GREATEST(paper, 0), CAST(%s AS timestamptz)
        FROM sums
        ON CONFLICT (petition_id) DO UPDATE SET
            confirmed = GREATEST(0, petition_petitioncount.confirmed
                + (SELECT total FROM sums WHERE sums.petition_id = excluded.petition_id)),
            on_paper = GREATEST(0, petition_petitioncount.on_paper
                + (SELECT paper FROM sums WHERE sums.petition_id = excluded.petition_id)),
            as_of = excluded.as_of
    )
    SELECT COALESCE(SUM(rows), 0) FROM sums
"""
FRESH_FOR = timedelta(seconds=60)


def roll_up() -> int:
    """Answers how many changes were added up; each is counted exactly once, whoever dies when."""
    if not CountDelta.objects.ready().exists():
        refresh_moment()
        return 0
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(STATEMENT, [timezone.now()])
            return int(cursor.fetchone()[0])
    return add_up()


@transaction.atomic
def add_up() -> int:
    """Oldest first: what is taken back had been added before."""
    rows = list(CountDelta.objects.ready().order_by("pk").values_list("pk", flat=True)[:5000])
    deltas = CountDelta.objects.filter(pk__in=rows)
    now = timezone.now()
    paper = Sum("amount", filter=Q(on_paper=True), default=0)
    sums = deltas.order_by().values("petition_id").annotate(total=Sum("amount"), paper=paper)
    for row in sums:
        PetitionCount.objects.get_or_create(petition_id=row["petition_id"], defaults={"as_of": now})
        PetitionCount.objects.filter(pk=row["petition_id"]).update(
            confirmed=Greatest(0, F("confirmed") + row["total"]),
            on_paper=Greatest(0, F("on_paper") + row["paper"]),
            as_of=now,
        )
    deltas.delete()
    return len(rows)


def refresh_moment() -> None:
    """Nothing to add: the number was true until now. Written once a minute at most."""
    now = timezone.now()
    if PetitionCount.objects.filter(as_of__lt=now - FRESH_FOR).exists():
        PetitionCount.objects.filter(as_of__lt=now - FRESH_FOR).update(as_of=now)
    missing = Petition.objects.filter(count=None).values_list("pk", flat=True)
    new = [PetitionCount(petition_id=pk, as_of=now) for pk in missing]
    if new:
        PetitionCount.objects.bulk_create(new, ignore_conflicts=True)
