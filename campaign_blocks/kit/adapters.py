"""The editor's side of the campaign stream: which script class stands for which block."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.telepath import register
from wagtail.blocks.field_block import FieldBlockAdapter
from wagtail.blocks.stream_block import StreamBlockAdapter

from campaign_blocks.kit.missing import MissingBlock
from campaign_blocks.kit.stream import CampaignStreamBlock

SCRIPT = forms.Media(js=["kit/admin/missing-block.js"])


class MissingBlockAdapter(FieldBlockAdapter):
    js_constructor = "campaign_blocks.kit.MissingBlock"

    def js_args(self, block: MissingBlock) -> list[Any]:
        name, widget, meta = super().js_args(block)
        meta["missingText"] = _(
            "This section needs the plugin “{type}” that is not installed. "
            "It is kept, hidden from visitors, and can be deleted."
        )
        return [name, widget, meta]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + SCRIPT


class CampaignStreamBlockAdapter(StreamBlockAdapter):
    js_constructor = "campaign_blocks.kit.CampaignStreamBlock"

    @cached_property
    def media(self) -> forms.Media:
        return super().media + SCRIPT


def register_adapters() -> None:
    register(MissingBlockAdapter(), MissingBlock)
    register(CampaignStreamBlockAdapter(), CampaignStreamBlock)
