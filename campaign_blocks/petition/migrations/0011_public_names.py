from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("petition", "0010_rights")]
    operations = [
        migrations.AddField(
            model_name="signature",
            name="hidden_at",
            field=models.DateTimeField(null=True, verbose_name="kept out by staff"),
        ),
        migrations.AddIndex(
            model_name="signature",
            index=models.Index(
                condition=models.Q(("public", True)),
                fields=["petition", "-id"],
                name="signature_in_public",
            ),
        ),
    ]
