"""The kit's own hooks: the general blocks register themselves through the same door as plugins."""

from campaign_blocks.kit import wagtail_hooks_general

__all__ = ["wagtail_hooks_general"]
