"""What a browser may load: ourselves, and only what an operator named."""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from cms import theme
from cms.settings import environment as env


def origin(address: str) -> list[str]:
    parts = urlsplit(address.replace("{s}.", "*."))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


TILES = origin(env.text("MAP_TILE_URL"))
UPLOADS = origin(
    f"https://{env.text('AWS_S3_CUSTOM_DOMAIN')}"
    if env.text("AWS_S3_CUSTOM_DOMAIN")
    else env.text("AWS_S3_ENDPOINT_URL")
)
IMAGES = [SELF, "data:", *TILES, *UPLOADS]
# Video players of others are framed only after a click (campaign_blocks.video).
VIDEO_PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, theme.SOURCE],
        "style-src": [SELF],
        "img-src": IMAGES,
        "media-src": [SELF, *UPLOADS],
        "frame-src": [SELF, *VIDEO_PLAYERS],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

# Wagtail's editor has inline script and style.
INLINE = "'unsafe-inline'"
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, INLINE],
    "style-src": [SELF, INLINE],
    "img-src": [*IMAGES, "blob:"],
    "media-src": [SELF, "blob:", *UPLOADS],
    "frame-src": [SELF],
}
