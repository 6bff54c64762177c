from django.db import migrations
from django.db.models import F


def remember(apps, schema_editor):
    """The feed asks when a place was first published; of old ones the last change is known."""
    places = apps.get_model("map", "Place").objects.filter(live=True, first_published_at=None)
    places.update(first_published_at=F("updated_at"), last_published_at=F("updated_at"))


class Migration(migrations.Migration):
    dependencies = [("map", "0002_places_in_review_and_reports")]
    operations = [migrations.RunPython(remember, migrations.RunPython.noop, elidable=True)]
