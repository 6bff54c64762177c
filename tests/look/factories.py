"""What the tests of the look build: blocks by name, and pages that hold them."""

from uuid import uuid4

from wagtail import hooks
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from campaign_blocks.kit.registry import campaign_blocks
from campaign_blocks.kit.wagtail_hooks_general import HOOK
from home.models import CampaignPage

HOUSE = "campaign_blocks.kit.wagtail_hooks_general"
GENERAL = [register()[0] for register in hooks.get_hooks(HOOK) if register.__module__ == HOUSE]


def block(name):
    return campaign_blocks()[name]


def preview(name):
    """The preview's HTML, as the chooser shows it."""
    chosen = block(name)
    value = chosen.get_preview_value()
    bound = chosen.bind(value)
    context = chosen.get_preview_context(value, {"request": None, "bound_block": bound})
    return bound.render({**context, "block_id": name})


def section(name, **value):
    return {"type": name, "value": value, "id": f"0000-{name}"}


def item(value):
    """One entry of a list block, as it is stored."""
    return {"type": "item", "value": value, "id": str(uuid4())}


def page_with(home, *sections, slug="page"):
    page = home.add_child(instance=CampaignPage(title="A campaign", slug=slug))
    page.body = list(sections)
    page.save_revision().publish()
    return page


def image(title="Picture", size=(800, 600)):
    return get_image_model().objects.create(
        title=title, file=get_test_image_file(f"{title}.png", size=size)
    )
