"""Other people's video players: which addresses we know, and how each is framed after a click."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

YOUTUBE_HOSTS = {
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "www.youtube-nocookie.com",
    "youtu.be",
}
VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}
YOUTUBE_ID = re.compile(r"[\w-]{11}")
VIMEO_PATH = re.compile(r"/(?:video/)?(\d+)(?:/([0-9a-f]+))?/?")
PEERTUBE_PATH = re.compile(r"/(?:w|videos/watch|videos/embed)/([\w-]{20,40})/?")


@dataclass(frozen=True)
class RemoteVideo:
    """`frame` is what the browser loads after the click; empty where only a link is possible."""

    site: str
    page: str
    frame: str = ""


def recognise(address: str) -> RemoteVideo | None:
    """None for an address that is not a video of YouTube, Vimeo or a PeerTube site."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    if host in YOUTUBE_HOSTS:
        return youtube(host, parts.path, parts.query)
    if host in VIMEO_HOSTS:
        return vimeo(parts.path, parts.query)
    if PEERTUBE_PATH.fullmatch(parts.path):
        # No site's policy can name every PeerTube server, so it opens on its own page.
        return RemoteVideo(site=host, page=f"https://{parts.netloc}{parts.path}")
    return None


def youtube(host: str, path: str, query: str) -> RemoteVideo | None:
    if host == "youtu.be":
        key = path.strip("/")
    elif path == "/watch":
        key = parse_qs(query).get("v", [""])[0]
    else:
        kind, _, key = path.strip("/").partition("/")
        key = key if kind in {"embed", "shorts", "live", "v"} else ""
    if not YOUTUBE_ID.fullmatch(key):
        return None
    return RemoteVideo(
        site="YouTube",
        page=f"https://www.youtube.com/watch?v={key}",
        frame=f"https://www.youtube-nocookie.com/embed/{key}?autoplay=1&rel=0",
    )


def vimeo(path: str, query: str) -> RemoteVideo | None:
    found = VIMEO_PATH.fullmatch(path)
    if not found:
        return None
    key, secret = found.group(1), found.group(2) or parse_qs(query).get("h", [""])[0]
    secret = secret if re.fullmatch(r"[0-9a-f]*", secret) else ""
    return RemoteVideo(
        site="Vimeo",
        page=f"https://vimeo.com/{key}" + (f"/{secret}" if secret else ""),
        frame=f"https://player.vimeo.com/video/{key}?autoplay=1&dnt=1"
        + (f"&h={secret}" if secret else ""),
    )
