from django.db import migrations
from django.utils import timezone

AT_ONCE = 1000


def begin(apps, schema_editor):
    """Stances that are here already become the first line of their history; nobody is mailed."""
    stance = apps.get_model("scoreboard", "Stance")
    change = apps.get_model("scoreboard", "StanceChange")
    told = set(change.objects.values_list("bill_id", "legislator_id"))
    lines = [
        change(
            bill_id=one.bill_id,
            legislator_id=one.legislator_id,
            before="not_sponsoring",
            position=one.position,
            role=one.role,
            since=one.since,
            evidence_url=one.evidence_url,
            source=one.source,
            origin=one.origin,
            recorded_at=one.updated_at,
            told_at=timezone.now(),
        )
        for one in stance.objects.order_by("pk").iterator()
        if (one.bill_id, one.legislator_id) not in told
    ]
    change.objects.bulk_create(lines, batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("scoreboard", "0002_records_in_depth")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
