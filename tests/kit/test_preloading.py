import pytest
import wagtail_factories

from campaign_blocks.kit.preloading import preload
from home.models import CampaignPage


def argument(image, alt):
    picture = {"image": image.pk, "decorative": False, "alt_text": alt}
    images = [{"type": "item", "value": picture, "id": alt}]
    return {"type": "argument", "value": {"heading": alt, "images": images}, "id": f"s-{alt}"}


@pytest.fixture
def page(db):
    first, second = wagtail_factories.ImageFactory.create_batch(2)
    body = [argument(first, "One"), argument(second, "Two"), argument(first, "Three")]
    made = CampaignPage(title="x", slug="x")
    made.body = CampaignPage.body.field.to_python(body)
    return made


def pictures(page):
    return [section.value["images"][0] for section in page.body]


def test_preload__one_query_for_images_and_one_for_their_renditions(
    page, django_assert_num_queries
):
    with django_assert_num_queries(2):
        preload(page.body)
        assert all(picture.pk for picture in pictures(page))


def test_same_image_twice__has_a_description_for_each_place(page):
    preload(page.body)
    assert [picture.contextual_alt_text for picture in pictures(page)] == ["One", "Two", "Three"]


def test_rendition__takes_the_description_of_its_place(page):
    for picture in pictures(page):
        picture.get_rendition("width-10")
    page.body = CampaignPage.body.field.to_python(list(page.body.raw_data))
    preload(page.body)
    alts = [picture.get_rendition("width-10").alt for picture in pictures(page)]
    assert alts == ["One", "Two", "Three"]


def test_deleted_image__leaves_its_place_empty(page):
    pictures(page)[0].delete()
    page.body = CampaignPage.body.field.to_python(list(page.body.raw_data))
    preload(page.body)
    assert [bool(picture) for picture in pictures(page)] == [False, True, False]


def test_images_of_the_page_itself__come_along(page, django_assert_num_queries):
    other = wagtail_factories.ImageFactory()
    with django_assert_num_queries(2):
        assert preload(page.body, images=[other.pk])[other.pk].title == other.title
