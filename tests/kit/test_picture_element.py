"""The <picture> of an image: every size, found without asking again, safe in any words."""

import pytest
import wagtail_factories
from bs4 import BeautifulSoup

from campaign_blocks.kit.general_blocks.samples import sample_image
from campaign_blocks.kit.made import files_of
from campaign_blocks.kit.picture_element import SHAPES, draw_picture
from campaign_blocks.kit.preloading import fetch

pytestmark = pytest.mark.django_db
HOSTILE = "\"><script>alert('x')</script>"


@pytest.fixture
def image():
    return wagtail_factories.ImageFactory(title="A crowd")


def preloaded(image):
    return fetch(type(image), {image.pk})[image.pk]


def soup(html):
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("shape", SHAPES)
def test_picture__offers_every_size_in_every_format(image, shape):
    picture = soup(draw_picture(image, shape))
    kinds = [source["type"] for source in picture.select("source")]
    assert kinds == [f"image/{kind}" for kind in SHAPES[shape].formats[:-1]]
    for element in picture.select("source, img"):
        assert len(element["srcset"].split(", ")) == len(SHAPES[shape].cuts)
    assert {"src", "width", "height", "loading", "alt"} <= set(picture.img.attrs)


@pytest.mark.parametrize("shape", SHAPES)
def test_picture__second_time_asks_no_database(image, shape, django_assert_num_queries):
    first = draw_picture(image, shape)
    known = preloaded(image)
    with django_assert_num_queries(0):
        assert draw_picture(known, shape) == first


def test_description__escapes_what_an_editor_wrote(image):
    image.contextual_alt_text = HOSTILE
    picture = soup(draw_picture(image))
    assert picture.img["alt"] == HOSTILE
    assert picture.script is None


def test_description__of_a_decorative_image_is_empty(image):
    image.contextual_alt_text, image.decorative = "A crowd", True
    assert soup(draw_picture(image)).img["alt"] == ""


def test_description__falls_back_to_the_title(image):
    assert soup(draw_picture(image)).img["alt"] == "A crowd"


def test_alt__of_the_place_comes_first(image):
    assert soup(draw_picture(image, "poster", alt="")).img["alt"] == ""


def test_changed_focal_point__makes_a_new_cut(image):
    before = draw_picture(preloaded(image), "face")
    image.focal_point_x = image.focal_point_y = 3
    image.focal_point_width = image.focal_point_height = 2
    image.save()
    assert draw_picture(preloaded(image), "face") != before


def test_lost_original__breaks_no_page(image):
    image.file.storage.delete(image.file.name)
    assert "not-found" in draw_picture(image)


def test_sample__is_a_static_file():
    assert "kit/samples/" in soup(draw_picture(sample_image(1, "A face"))).img["src"]


def test_nothing_chosen__draws_nothing():
    assert draw_picture(None) == ""


def test_files__made_elsewhere_serve_the_library_too(image, django_assert_num_queries):
    made = files_of(image, ["width-10"])[0]
    known = preloaded(image)
    with django_assert_num_queries(0):
        assert known.get_rendition("width-10").url == made.url
