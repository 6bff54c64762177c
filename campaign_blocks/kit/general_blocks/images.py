from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from campaign_blocks.kit.preloading import ImageChoice


class DescribedImageBlock(ImageBlock):
    """An image that cannot be published without words for those who do not see it."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        alt_text = CharBlock(
            required=False,
            label=_("Description"),
            help_text=_("What would you tell someone on the phone that this shows?"),
        )
        for name, block in (("image", ImageChoice(required=required)), ("alt_text", alt_text)):
            block.set_name(name)
            self.child_blocks[name] = block

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except StructBlockValidationError as error:
            if "alt_text" not in error.block_errors:
                raise
            sentence = _("Describe this image for people who can’t see it, or tick “decorative”.")
            raise StructBlockValidationError({"alt_text": ValidationError(sentence)}) from error
