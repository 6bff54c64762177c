from typing import Any

from wagtail.fields import StreamField

from campaign_blocks.kit.stream import CampaignStreamBlock


class CampaignStreamField(StreamField):
    """A stream of every installed campaign block; plugins come and go without a migration."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("block_types", None)
        super().__init__(CampaignStreamBlock, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        # The arguments of a plain field only, never the blocks.
        return super(StreamField, self).deconstruct()
