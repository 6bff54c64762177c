from pathlib import Path

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LIST = Path(__file__).resolve().parents[1] / "data" / "disposable_domains.txt"


def load(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A list to begin with; staff add and remove."""
    DisposableDomain = apps.get_model("petition", "DisposableDomain")
    lines = LIST.read_text(encoding="ascii").splitlines()
    domains = [line for line in lines if line and not line.startswith("#")]
    DisposableDomain.objects.bulk_create(
        [DisposableDomain(domain=domain) for domain in domains], ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [("petition", "0013_mail_permissions")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
