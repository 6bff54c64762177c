"""The base of every campaign block."""

from functools import partial
from typing import Any

from wagtail.blocks import BlockGroup, StructBlock

from campaign_blocks.kit.fragments import kept, may_be_kept


class CampaignBlock(StructBlock):
    """A section of a campaign page.

    `Meta.settings_fields` names the fields shown in the collapsed settings group,
    `Meta.records` the record families whose change refreshes pages that show this block,
    `Meta.page_limit` how many of it a page may hold, `Meta.keep` that its HTML may be kept by
    itself (see campaign_blocks.kit.fragments).
    """

    def get_form_layout(self) -> BlockGroup:
        settings = [name for name in self.meta.settings_fields if name in self.child_blocks]
        content = [name for name in self.child_blocks if name not in settings]
        return BlockGroup(content, settings=settings)

    def get_searchable_content(self, value: Any) -> list[str]:
        return super().get_searchable_content(value) if value else []

    def render(self, value: Any, context: dict[str, Any] | None = None) -> str:
        draw = partial(super().render, value, context=context)
        if context is None or not self.meta.keep or not may_be_kept(context):
            return draw()
        return kept(self.get_prep_value(value), tuple(self.meta.records), context, draw)

    class Meta:
        keep = False
        order = 100
        records: tuple[str, ...] = ()
        settings_fields: tuple[str, ...] = ()
