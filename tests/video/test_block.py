import pytest
from django.test import RequestFactory
from wagtail.blocks import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from campaign_blocks.kit.registry import campaign_blocks
from tests.video.factories import captions, document

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
WARNING = "Add a captions file or transcript"


@pytest.fixture
def block():
    return campaign_blocks()["video"]


def show(block, preview=False, **value):
    request = RequestFactory().get("/")
    request.is_preview = preview
    return block.render(block.to_python(value), {"request": request})


def refused(block, **value):
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(block.to_python({"title": "Film", **value}))
    return {name: str(problem.message) for name, problem in error.value.block_errors.items()}


@pytest.mark.parametrize("value", [{}, {"title": "Only a title"}, {"url": "x"}, {"captions": 99}])
@pytest.mark.django_db
def test_video__half_empty_shows_no_player(block, value):
    html = show(block, **value)
    assert "click-video" not in html and "notice" not in html


@pytest.mark.django_db
def test_video__file_loads_nothing_before_the_click(block):
    film, words = document(), captions()
    html = show(block, title="Ban it", file=film.pk, captions=words.pk)
    assert 'preload="none"' in html and "autoplay" not in html
    assert f'<source src="/video/{film.pk}/{film.filename}" type="video/mp4">' in html
    assert f'<track kind="captions" src="/video/{words.pk}/{words.filename}" srclang="en"' in html
    assert "Play video: Ban it" in html


@pytest.mark.django_db
def test_video__poster_is_lazy_and_decorative(block):
    image = get_image_model().objects.create(title="P", file=get_test_image_file())
    html = show(block, title="Ban it", url=YOUTUBE, poster=image.pk)
    assert 'loading="lazy"' in html and 'alt=""' in html and 'type="image/avif"' in html
    assert "<noscript" not in html


@pytest.mark.django_db
def test_video__poster_is_the_players_own_without_script(block):
    image = get_image_model().objects.create(title="P", file=get_test_image_file())
    html = show(block, title="Ban it", file=document().pk, poster=image.pk)
    noscript, _, scripted = html.partition("<noscript>")[2].partition("</noscript>")
    assert 'poster="/media/' in noscript and "poster=" not in scripted


def test_video__remote_is_a_link_without_script(block):
    html = show(block, title="Ban it", url=YOUTUBE, transcript="Words.")
    assert f'href="{YOUTUBE}"' in html and 'rel="noopener noreferrer"' in html
    assert "<iframe" not in html and "<video" not in html
    assert "Play video: Ban it (on YouTube)" in html


def test_video__peertube_gets_no_frame(block):
    html = show(block, title="Film", url="https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv")
    assert "on tube.example" in html and "data-frame" not in html and "<template" not in html


def test_video__transcript_in_paragraphs_and_escaped(block):
    html = show(block, title="Film", url=YOUTUBE, transcript="One <b>\n\nTwo")
    assert "<p>One &lt;b&gt;</p>" in html and "<p>Two</p>" in html


def test_video__editor_is_told_of_missing_captions(block):
    assert WARNING in show(block, preview=True, title="Film", url=YOUTUBE)
    assert WARNING not in show(block, preview=True, title="Film", url=YOUTUBE, transcript="Words.")
    assert WARNING not in show(block, title="Film", url=YOUTUBE)


@pytest.mark.django_db
def test_video__needs_one_source(block):
    assert "Choose a video file" in refused(block)["file"]
    assert "Choose one" in refused(block, file=document().pk, url=YOUTUBE)["url"]


@pytest.mark.django_db
def test_video__refuses_what_cannot_be_played(block):
    assert "MP4 or WebM" in refused(block, file=document("plan.pdf").pk)["file"]
    assert "one video" in refused(block, url="https://example.org/film")["url"]
    wrong = refused(block, url=YOUTUBE, captions=document("words.pdf").pk)
    assert ".vtt" in wrong["captions"]


@pytest.mark.django_db
def test_video__complete_value_is_accepted(block):
    value = block.to_python({"title": "Film", "file": document().pk, "captions": captions().pk})
    assert block.clean(value)["title"] == "Film"


@pytest.mark.django_db
def test_video__draft_may_be_incomplete(block):
    assert block.clean_deferred(block.to_python({"title": "Film"}))["title"] == "Film"


@pytest.mark.django_db
def test_video__preview_needs_no_record(block, django_assert_num_queries):
    with django_assert_num_queries(0):
        html = block.render(block.get_preview_value(), {"request": RequestFactory().get("/")})
    assert "Play video: Why regulation is not enough" in html
