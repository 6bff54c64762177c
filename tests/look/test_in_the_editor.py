import pytest
from django.urls import reverse

from tests.look.factories import GENERAL, image, item, page_with, section

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", GENERAL)
def test_preview__opens_in_the_block_chooser(editor_client, name):
    response = editor_client.get(reverse("wagtailadmin_block_preview"), {"id": f"campaign-{name}"})
    assert response.status_code == 200
    assert f"section--{name}".encode() in response.content


def test_editor__opens_with_every_general_block_on_the_page(editor_client, home_page):
    empty = [section(name) for name in GENERAL]
    page = page_with(home_page, *empty)
    response = editor_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200


def test_page_of_half_filled_blocks__reaches_visitors_without_a_fault(client, home_page):
    page = page_with(home_page, *[section(name) for name in GENERAL])
    html = client.get(page.url).content.decode()
    assert ">None<" not in html


@pytest.mark.parametrize("number", [1, 20])
def test_arguments__cost_no_query_each(client, home_page, django_assert_max_num_queries, number):
    photo = item({"image": image().pk, "alt_text": "A face", "decorative": False})
    link = {"label": "More", "page": home_page.pk}
    sections = [
        {**section("argument", heading=f"Reason {n}", images=[photo], button=link), "id": f"id-{n}"}
        for n in range(number)
    ]
    page = page_with(home_page, *sections)
    client.get(page.url)
    page.save_revision().publish()
    with django_assert_max_num_queries(14):
        assert client.get(page.url).content.count(b"<picture") == number
