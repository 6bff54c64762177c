from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlockValidationError, URLBlock

from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import CASE
from campaign_blocks.kit.looks import LookBlock
from campaign_blocks.kit.preloading import DocumentChoice, ImageChoice
from campaign_blocks.kit.text import PlainText
from campaign_blocks.video.files import is_captions, is_video
from campaign_blocks.video.players import recognise
from campaign_blocks.video.showing import showing


class VideoBlock(CampaignBlock):
    """A video of which nothing is loaded, from us or anybody else, before a visitor's click."""

    title = CharBlock(max_length=80, label=_("Title"))
    file = DocumentChoice(
        required=False, label=_("Video file"), help_text=_("MP4 or WebM, uploaded here.")
    )
    url = URLBlock(
        required=False,
        label=_("Or its address"),
        help_text=_("A video on YouTube, Vimeo or a PeerTube site."),
    )
    poster = ImageChoice(
        required=False, label=_("Poster"), help_text=_("The still picture shown before the click.")
    )
    captions = DocumentChoice(
        required=False, label=_("Captions"), help_text=_("A WebVTT file (.vtt).")
    )
    transcript = PlainText(
        required=False, label=_("Transcript"), help_text=_("What is said and shown, in words.")
    )
    look = LookBlock(default="ink")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            check(cleaned)
        return cleaned

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["showing"] = showing(value)
        return context

    class Meta:
        icon = "media"
        group = CASE
        order = 20
        page_limit = 3
        label = _("Video, click to play")
        description = _("A poster that becomes a video when clicked. Loads nothing before that.")
        template = "video/video.html"
        settings_fields = ("look",)
        label_format = "{title}"
        preview_value = {
            "title": _("Why regulation is not enough"),
            "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa",
            "transcript": _("A narrator reads: regulation is not enough."),
            "look": "ink",
        }


def check(value: Any) -> None:
    """Raises at the field that an editor has to change before visitors can play the video."""
    file, url, captions = value.get("file"), value.get("url"), value.get("captions")
    if not file and not url:
        refuse("file", _("Choose a video file, or give the video’s address."))
    if file and url:
        refuse("url", _("Choose one: a video file or an address."))
    if file and not is_video(file):
        refuse("file", _("This is not a video. Upload it as MP4 or WebM."))
    if url and recognise(url) is None:
        refuse("url", _("Give the address of one video on YouTube, Vimeo or a PeerTube site."))
    if captions and not is_captions(captions):
        refuse("captions", _("Captions must be a WebVTT file, its name ending in .vtt."))


def refuse(field: str, sentence: Any) -> None:
    raise StructBlockValidationError({field: ValidationError(sentence)})
