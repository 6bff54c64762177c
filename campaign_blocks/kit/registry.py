"""The plugin door: which campaign blocks are installed, in which order, and who owns each."""

from functools import lru_cache

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from wagtail import hooks
from wagtail.blocks import Block

from campaign_blocks.kit.groups import GROUPS

MISSING = "missing_section"
HOOK = "register_campaign_block"


@lru_cache(maxsize=1)
def campaign_blocks() -> dict[str, Block]:
    """Every installed block by name, sorted by group, order and name.

    Raises ImproperlyConfigured for a duplicate or reserved name, or an unknown group.
    """
    if not apps.ready:
        raise ImproperlyConfigured(
            "Campaign blocks were asked for before all apps were loaded: "
            "do not touch blocks or pages at import or in AppConfig.ready()."
        )
    blocks: dict[str, Block] = {}
    owners = {MISSING: "campaign_blocks.kit"}
    for register in hooks.get_hooks(HOOK):
        name, block = register()
        owner = f"{register.__module__}.{register.__qualname__}"
        if name in owners:
            raise ImproperlyConfigured(
                f"Two plugins register the block {name!r}: {owners[name]} and {owner}."
            )
        if block.meta.group not in GROUPS:
            raise ImproperlyConfigured(
                f"The block {name!r} of {owner} is in the group {str(block.meta.group)!r}; "
                f"choose one of campaign_blocks.kit.groups."
            )
        owners[name], blocks[name] = owner, block
        give_stable_name(name, block)
    return dict(sorted(blocks.items(), key=position))


def position(item: tuple[str, Block]) -> tuple[int, int, str]:
    name, block = item
    return GROUPS.index(block.meta.group), getattr(block.meta, "order", 100), name


def give_stable_name(name: str, block: Block) -> None:
    """The preview address of a block must be the same in every process, so it hangs on the name."""
    block.set_name(name)
    block.definition_prefix = f"campaign-{name}"
    Block.definition_registry[block.definition_prefix] = block


def record_families() -> tuple[str, ...]:
    """The families of records that any installed block shows, sorted."""
    families: set[str] = set()
    for block in campaign_blocks().values():
        families.update(getattr(block.meta, "records", ()))
    return tuple(sorted(families))
