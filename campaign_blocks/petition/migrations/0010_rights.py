from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("petition", "0009_paper_permissions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.BinaryField(max_length=32)),
                ("petition_id", models.BigIntegerField(null=True, verbose_name="petition")),
                ("person", models.BinaryField(default=b"", max_length=16)),
                (
                    "emptied",
                    models.PositiveIntegerField(default=0, verbose_name="signatures emptied"),
                ),
                (
                    "deleted",
                    models.PositiveIntegerField(default=0, verbose_name="signatures deleted"),
                ),
                (
                    "recipients",
                    models.JSONField(
                        default=list, verbose_name="organizations that may hold a copy"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "filed_at",
                    models.DateTimeField(
                        help_text=(
                            "When the worker wrote it to the file that outlives this database."
                        ),
                        null=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "erasure",
                "verbose_name_plural": "erasures",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("filed_at", None)),
                        fields=["id"],
                        name="petition_erasure_unfiled",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="started")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="finished")),
                (
                    "unconfirmed",
                    models.PositiveIntegerField(default=0, verbose_name="never confirmed, deleted"),
                ),
                ("held", models.PositiveIntegerField(default=0, verbose_name="held, deleted")),
                (
                    "reduced",
                    models.PositiveIntegerField(default=0, verbose_name="emptied after the end"),
                ),
            ],
            options={
                "verbose_name": "clearing",
                "verbose_name_plural": "clearings",
                "default_permissions": ("view",),
            },
        ),
        migrations.AddField(
            model_name="signature",
            name="held_at",
            field=models.DateTimeField(help_text="Since when it is held.", null=True),
        ),
    ]
