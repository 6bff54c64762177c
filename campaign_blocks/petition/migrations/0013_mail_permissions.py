from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Editors write updates; moderators, who see signers, send them and look after the outbox.
WRITING = ("add_update", "change_update", "view_update")
GRANTS = {
    "Editors": [("update", name) for name in WRITING],
    "Moderators": [
        *(("update", name) for name in WRITING),
        ("update", "delete_update"),
        ("update", "send_update"),
        ("outboxmessage", "view_outboxmessage"),
        ("outboxmessage", "change_outboxmessage"),
        ("suppression", "delete_suppression"),
    ],
}


def grant(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for group in Group.objects.filter(name__in=GRANTS):
        for model, codename in GRANTS[group.name]:
            content_type, _ = ContentType.objects.get_or_create(app_label="petition", model=model)
            name = "Can send updates to signers" if codename == "send_update" else ""
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=codename,
                defaults={"name": name or f"Can {codename.replace('_', ' ')}"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("petition", "0012_abuse_desk")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
