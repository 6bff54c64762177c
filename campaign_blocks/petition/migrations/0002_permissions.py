from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Editors write petitions; only moderators see who signed.
GRANTS = {
    "Editors": [("petition", "add"), ("petition", "change"), ("petition", "view")],
    "Moderators": [
        ("petition", "add"),
        ("petition", "change"),
        ("petition", "view"),
        ("signature", "view"),
        ("signature", "export"),
    ],
}


def grant(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for group in Group.objects.filter(name__in=GRANTS):
        for model, action in GRANTS[group.name]:
            content_type, _ = ContentType.objects.get_or_create(app_label="petition", model=model)
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {model}{'s' if action == 'export' else ''}"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("petition", "0001_petition"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
