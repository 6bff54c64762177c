import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("petition", "0007_numbers_exports_paper"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Update",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        help_text="You can use {petition}, its title.",
                        max_length=120,
                        verbose_name="subject",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="An empty line begins a paragraph. You can use {petition}, {ask}, {campaign_link}, {share_link} and {signature_link}; a link that stands alone becomes a button.",
                        max_length=10000,
                        verbose_name="text",
                    ),
                ),
                (
                    "pace",
                    models.PositiveIntegerField(
                        default=600,
                        help_text="Slower is kinder to mail servers that don't know you yet.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(6000),
                        ],
                        verbose_name="mails per minute",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("sending", "Being sent"),
                            ("paused", "Paused"),
                            ("done", "Done"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("tried", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "expected",
                    models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="people when queued"
                    ),
                ),
                ("reached", models.BigIntegerField(default=0, editable=False)),
                ("filled_at", models.DateTimeField(editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                (
                    "queued_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="queued"),
                ),
                (
                    "finished_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="finished"),
                ),
            ],
            options={
                "verbose_name": "update to signers",
                "verbose_name_plural": "updates to signers",
                "ordering": ["-pk"],
                "permissions": [("send_update", "Can send updates to signers")],
            },
        ),
        migrations.RemoveIndex(
            model_name="outboxmessage",
            name="outbox_due",
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="doubts",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="urgency",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(kind="confirm", then=0),
                    models.When(kind="reminder", then=1),
                    models.When(kind="update", then=9),
                    default=2,
                ),
                output_field=models.SmallIntegerField(),
            ),
        ),
        migrations.AlterField(
            model_name="outboxmessage",
            name="kind",
            field=models.CharField(
                choices=[
                    ("confirm", "Please confirm"),
                    ("reminder", "Reminder to confirm"),
                    ("thanks", "Thank you"),
                    ("already_signed", "You had already signed"),
                    ("manage", "Link to one's signature"),
                    ("update", "Update from the campaign"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="petitionmail",
            name="subject",
            field=models.CharField(
                help_text="You can use {petition}, its title.",
                max_length=120,
                verbose_name="subject",
            ),
        ),
        migrations.AlterField(
            model_name="petitionmail",
            name="text",
            field=models.TextField(
                help_text="An empty line begins a paragraph. You can use {petition}, {ask}, {campaign_link}, {share_link}, {signature_link}; in mails that ask for confirmation {confirm_link}; in the thank-you {letter_link}. A link that stands alone becomes a button.",
                max_length=5000,
                verbose_name="text",
            ),
        ),
        migrations.AddIndex(
            model_name="outboxmessage",
            index=models.Index(
                condition=models.Q(("state__in", ["queued", "sending"])),
                fields=["urgency", "next_attempt_at"],
                name="outbox_due",
            ),
        ),
        migrations.AddIndex(
            model_name="outboxmessage",
            index=models.Index(
                condition=models.Q(("kind", "update")),
                fields=["target", "state"],
                name="outbox_of_update",
            ),
        ),
        migrations.AddField(
            model_name="update",
            name="created_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="written by",
            ),
        ),
        migrations.AddField(
            model_name="update",
            name="petition",
            field=models.ForeignKey(
                help_text="Goes to those who signed it and said yes to mail from the campaign.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="updates",
                to="petition.petition",
                verbose_name="petition",
            ),
        ),
        migrations.AddConstraint(
            model_name="update",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "sending", "paused", "done"])),
                name="update_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="update",
            constraint=models.CheckConstraint(
                condition=models.Q(("pace__gt", 0)), name="update_pace_above_zero"
            ),
        ),
    ]
