import pytest

from campaign_blocks.video.players import recognise

YOUTUBE = [
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtube.com/watch?feature=share&v=dQw4w9WgXcQ&t=12",
    "https://m.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ?si=abc",
    "http://www.youtube.com/embed/dQw4w9WgXcQ",
    "https://www.youtube.com/shorts/dQw4w9WgXcQ",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
]
REFUSED = [
    "",
    "dQw4w9WgXcQ",
    "https://www.youtube.com/",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch?v=<script>alert",
    "https://www.youtube.com/playlist/dQw4w9WgXcQ",
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://evil.example/https://youtu.be/dQw4w9WgXcQ",
    "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
    "https://vimeo.com/channels/staffpicks",
    "https://vimeo.com/١٢٣x",
    "https://example.org/film.mp4",
    "https://[broken/w/abc",
    "ftp://youtu.be/dQw4w9WgXcQ",
]


@pytest.mark.parametrize("address", YOUTUBE)
def test_recognise__youtube_without_cookies(address):
    video = recognise(address)
    assert video.site == "YouTube"
    assert video.page == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert video.frame.startswith("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?")


def test_recognise__vimeo_asks_not_to_be_tracked():
    video = recognise("https://vimeo.com/76979871")
    assert video.page == "https://vimeo.com/76979871"
    assert video.frame == "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"


@pytest.mark.parametrize(
    "address",
    ["https://vimeo.com/76979871/0a1b2c", "https://player.vimeo.com/video/76979871?h=0a1b2c"],
)
def test_recognise__vimeo_unlisted_keeps_its_key(address):
    assert recognise(address).frame.endswith("dnt=1&h=0a1b2c")


def test_recognise__vimeo_drops_a_forged_key():
    assert "evil" not in recognise("https://vimeo.com/1?h=%22evil").frame


def test_recognise__peertube_is_a_link_to_its_own_site():
    video = recognise("https://framatube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d")
    assert video.site == "framatube.example" and video.frame == ""
    assert video.page == "https://framatube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.mark.parametrize("address", REFUSED)
def test_recognise__anything_else_is_none(address):
    assert recognise(address) is None
