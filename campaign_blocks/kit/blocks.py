"""The base of every campaign block."""

from typing import Any

from wagtail.blocks import BlockGroup, StructBlock


class CampaignBlock(StructBlock):
    """A section of a campaign page.

    `Meta.settings_fields` names the fields shown in the collapsed settings group,
    `Meta.records` the record families whose change refreshes pages that show this block,
    `Meta.page_limit` how many of it a page may hold.
    """

    def get_form_layout(self) -> BlockGroup:
        settings = [name for name in self.meta.settings_fields if name in self.child_blocks]
        content = [name for name in self.child_blocks if name not in settings]
        return BlockGroup(content, settings=settings)

    def get_searchable_content(self, value: Any) -> list[str]:
        return super().get_searchable_content(value) if value else []

    class Meta:
        order = 100
        records: tuple[str, ...] = ()
        settings_fields: tuple[str, ...] = ()
