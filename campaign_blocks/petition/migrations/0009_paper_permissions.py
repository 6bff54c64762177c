from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def grant(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Who sees signatures may also bring those on paper in."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for group in Group.objects.filter(name="Moderators"):
        content_type, _ = ContentType.objects.get_or_create(
            app_label="petition", model="paperbatch"
        )
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename="import_paper",
            defaults={"name": "Can add signatures from paper"},
        )
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("petition", "0008_mail_in_depth")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
