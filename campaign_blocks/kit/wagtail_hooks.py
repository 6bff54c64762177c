"""The kit's own hooks; the general blocks register themselves beside them."""

from importlib.util import find_spec

if find_spec("campaign_blocks.kit.wagtail_hooks_general"):
    from campaign_blocks.kit import wagtail_hooks_general  # noqa: F401
