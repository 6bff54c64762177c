from wagtail import hooks

from campaign_blocks.video.blocks import VideoBlock


@hooks.register("register_campaign_block")
def video() -> tuple[str, VideoBlock]:
    return "video", VideoBlock()
