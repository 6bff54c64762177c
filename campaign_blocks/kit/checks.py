"""House rules for campaign blocks, told by `manage.py check` before an editor meets them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail import hooks
from wagtail.blocks import Block

from campaign_blocks.kit.registry import campaign_blocks

GROUP_SIZE = 6
# Strangers may fill a group further; we keep each short enough to be read at a glance.
OUR_PACKAGES = {"campaign_blocks", "scoreboard"}
NO_ICON = {"", "placeholder"}


def register_checks() -> None:
    register(check_campaign_blocks)


def check_campaign_blocks(**kwargs: Any) -> list[CheckMessage]:
    try:
        blocks = campaign_blocks()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="kit.E001")]
    icons = icon_names()
    found: list[CheckMessage] = []
    for name, block in blocks.items():
        found += check_words(name, block)
        found += check_icon(name, block, icons)
        found += check_template(name, block)
    return [*found, *check_icons_differ(blocks), *check_group_sizes(blocks)]


def check_words(name: str, block: Block) -> Iterator[CheckMessage]:
    if not getattr(block.meta, "description", ""):
        yield Error(f"The block {name!r} has no Meta.description.", obj=owner(block), id="kit.E002")
    if not (hasattr(block.meta, "preview_value") or overrides_preview(block)):
        yield Error(
            f"The block {name!r} has no Meta.preview_value.", obj=owner(block), id="kit.E003"
        )


def owner(block: Block) -> str:
    return f"{type(block).__module__}.{type(block).__qualname__}"


def overrides_preview(block: Block) -> bool:
    return any(
        getattr(type(block), method) is not getattr(Block, method)
        for method in ("get_preview_value", "get_preview_context")
    )


def check_icon(name: str, block: Block, icons: set[str]) -> Iterator[CheckMessage]:
    icon = block.meta.icon
    if icon in NO_ICON:
        yield Error(f"The block {name!r} has no Meta.icon.", obj=owner(block), id="kit.E004")
    elif icon not in icons:
        yield Error(
            f"The block {name!r} has the icon {icon!r}, which nobody registers.",
            hint="See the hook register_icons, or take one of Wagtail's own.",
            obj=owner(block),
            id="kit.E005",
        )


def check_template(name: str, block: Block) -> Iterator[CheckMessage]:
    template = getattr(block.meta, "template", None)
    try:
        if template:
            get_template(template)
            return
        problem = "no Meta.template"
    except TemplateDoesNotExist:
        problem = f"the template {template!r}, which does not exist"
    yield Error(f"The block {name!r} has {problem}.", obj=owner(block), id="kit.E006")


def check_icons_differ(blocks: dict[str, Block]) -> Iterator[CheckMessage]:
    seen: dict[tuple[str, str], str] = {}
    for name, block in blocks.items():
        place = str(block.meta.group), block.meta.icon
        first = seen.setdefault(place, name)
        if first != name and block.meta.icon not in NO_ICON:
            yield Warning(
                f"The blocks {first!r} and {name!r} share the icon {block.meta.icon!r} "
                f"in the group “{place[0]}”.",
                obj=owner(block),
                id="kit.W002",
            )


def check_group_sizes(blocks: dict[str, Block]) -> Iterator[CheckMessage]:
    ours = [block for block in blocks.values() if is_ours(block)]
    for group, size in Counter(str(block.meta.group) for block in ours).items():
        if size > GROUP_SIZE:
            yield Warning(
                f"The group “{group}” holds {size} of our blocks; {GROUP_SIZE} are easy to read.",
                id="kit.W001",
            )


def is_ours(block: Block) -> bool:
    return type(block).__module__.partition(".")[0] in OUR_PACKAGES


def icon_names() -> set[str]:
    """The names of all registered icons: their files' names without the ending."""
    files: list[str] = []
    for collect in hooks.get_hooks("register_icons"):
        files = collect(files)
    return {PurePosixPath(file).stem for file in files}
