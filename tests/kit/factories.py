"""Minimal pages with the stranger's poll and a note that stays."""

from home.models import CampaignPage

POLL = {
    "type": "acme_poll",
    "id": "11111111-1111-4111-8111-111111111111",
    "value": {
        "question": "Why \u2028 emoji 👁?",
        "answers": [
            {"type": "item", "id": "22222222-2222-4222-8222-222222222222", "value": "No"},
            {"type": "item", "id": "33333333-3333-4333-8333-333333333333", "value": "Never"},
        ],
    },
}
NOTE = {
    "type": "acme_note",
    "id": "44444444-4444-4444-8444-444444444444",
    "value": {"text": "A note that stays"},
}


def campaign_page(parent, *, body=None, slug="watch", live=True):
    """A campaign page whose stored stream is `body`, published when live, else a draft."""
    page = CampaignPage(title="Watching us", slug=slug, live=live, locale_id=parent.locale_id)
    page.body = [POLL, NOTE] if body is None else body
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return CampaignPage.objects.get(pk=page.pk)
