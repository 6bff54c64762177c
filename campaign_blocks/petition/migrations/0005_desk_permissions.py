from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def grant(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Who sees signatures may also stop them."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for group in Group.objects.filter(name="Moderators"):
        content_type, _ = ContentType.objects.get_or_create(app_label="petition", model="switch")
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename="change_switch",
            defaults={"name": "Can change switch"},
        )
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("petition", "0004_switches")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
