"""Pictures as visitors get them: without what a camera wrote about where, when and by whom."""

from willow.plugins.pillow import PillowImage
from willow.registry import registry

# Needed to show the picture right; a camera's notes, comments and positions are not.
SHOWN = frozenset({"icc_profile", "transparency", "background", "duration", "loop"})


def upright_and_silent(image: PillowImage) -> PillowImage:
    """What every rendition begins with: turned as the camera said, then rid of all it said."""
    turned = image.auto_orient().image
    turned = turned.copy() if turned is image.image else turned
    turned.info = {name: value for name, value in turned.info.items() if name in SHOWN}
    return PillowImage(turned)


def register_pictures() -> None:
    registry.register_operation(PillowImage, "auto_orient", upright_and_silent)
