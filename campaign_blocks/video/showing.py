"""What a video block shows, from whatever part of it an editor has filled in."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from campaign_blocks.video.files import (
    VIDEO_TYPES,
    address,
    extension,
    is_captions,
    is_video,
)
from campaign_blocks.video.players import RemoteVideo, recognise


@dataclass(frozen=True)
class Showing:
    source: str = ""
    type: str = ""
    captions: str = ""
    language: str = ""
    remote: RemoteVideo | None = None
    silent_for_some: bool = False

    @property
    def address(self) -> str:
        """Where the poster leads while no script has made it a button."""
        return self.remote.page if self.remote else self.source

    @property
    def plays(self) -> bool:
        return bool(self.source or self.remote)


def showing(value: Any) -> Showing:
    """`silent_for_some`: neither captions nor a transcript, which editors are told in previews."""
    file, captions = value.get("file"), value.get("captions")
    has_captions = bool(captions) and is_captions(captions)
    lacking = not has_captions and not (value.get("transcript") or "").strip()
    if file and is_video(file):
        return Showing(
            source=address(file),
            type=VIDEO_TYPES[extension(file)],
            captions=address(captions) if has_captions else "",
            language=get_language() or "en",
            silent_for_some=lacking,
        )
    remote = recognise(value.get("url") or "")
    return Showing(remote=remote, silent_for_some=lacking and remote is not None)
