"""What the database holds of a stream, read past the field."""

import json

from django.db.models import JSONField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from wagtail.models import Revision

from home.models import CampaignPage


def live_stream(page):
    rows = CampaignPage.objects.annotate(stored=Cast("body", JSONField()))
    return rows.values_list("stored", flat=True).get(pk=page.pk)


def revision_streams(page):
    """The stored stream of every revision, oldest first."""
    rows = Revision.objects.filter(object_id=str(page.pk)).order_by("pk")
    texts = rows.values_list(KeyTextTransform("body", "content"), flat=True)
    return [json.loads(text) for text in texts]


def item(stream, block_type):
    return next(part for part in stream if part["type"] == block_type)


def everything_stored():
    """All stored streams of all pages and revisions, as one text."""
    rows = CampaignPage.objects.annotate(stored=Cast("body", JSONField()))
    live = list(rows.values_list("stored", flat=True))
    return json.dumps([live, list(Revision.objects.values_list("content", flat=True))])
