from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Who sees signatures may also hold them, and keep the list of disposable mailboxes.
GRANTS = {
    "bulkaction": ["add", "view"],
    "disposabledomain": ["add", "change", "delete", "view"],
}


def grant(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for group in Group.objects.filter(name="Moderators"):
        for model, actions in GRANTS.items():
            content_type, _ = ContentType.objects.get_or_create(app_label="petition", model=model)
            for action in actions:
                permission, _ = Permission.objects.get_or_create(
                    content_type=content_type,
                    codename=f"{action}_{model}",
                    defaults={"name": f"Can {action} {model}"},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("petition", "0014_disposable_domains")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
