from django.apps import apps

from campaign_blocks.kit.stream_migrations import campaign_streams


def test_campaign_streams__are_never_writable_by_the_api():
    """A write through the API would drop the sections of missing plugins."""
    streams = list(campaign_streams(apps))
    assert streams
    for model, field in streams:
        offered = [f for f in getattr(model, "api_fields", []) if f.name == field.name]
        assert not any(getattr(f, "writable", False) for f in offered), model
