import pytest
from django.template.loader import get_template
from wagtail.blocks import StructValue

from campaign_blocks.kit.groups import GROUPS
from tests.look.factories import GENERAL, block, page_with, preview, section

pytestmark = pytest.mark.django_db


def test_general_blocks__are_the_fourteen():
    assert len(GENERAL) == 14


@pytest.mark.parametrize("name", GENERAL)
def test_block__tells_editors_what_it_is(name):
    meta = block(name).meta
    assert meta.icon != "placeholder"
    assert meta.group in GROUPS
    assert 20 < len(str(meta.description)) < 120
    assert len(str(meta.label).split()) <= 3 or name in {"opening"}


@pytest.mark.parametrize("name", GENERAL)
def test_preview__needs_no_row_and_shows_words(name, django_assert_num_queries):
    with django_assert_num_queries(0):
        html = preview(name)
    assert len(html.split()) > 8
    assert block(name).is_previewable


@pytest.mark.parametrize("name", GENERAL)
def test_empty_block__renders_as_a_draft_does(name):
    chosen = block(name)
    assert "None" not in chosen.bind(chosen.get_default()).render({"block_id": "x"})
    assert "None" not in chosen.bind(StructValue(chosen, {})).render({"block_id": "x"})


@pytest.mark.parametrize("name", GENERAL)
def test_settings__stay_out_of_the_content(name):
    meta, chosen = block(name).meta, block(name)
    assert set(meta.settings_fields) <= set(chosen.child_blocks)
    assert len(chosen.child_blocks) - len(meta.settings_fields) <= 6
    assert len(meta.settings_fields) <= 4


@pytest.mark.parametrize("name", [name for name in GENERAL if name not in {"opening", "notice"}])
def test_section__begins_with_a_second_level_heading(name):
    html = preview(name)
    assert "<h1" not in html
    if "<h3" in html:
        assert html.index("<h2") < html.index("<h3")


def test_opening__writes_the_pages_only_h1(client, home_page):
    page = page_with(home_page, section("opening", headline="Stop the dragnet"))
    html = client.get(page.url).content.decode()
    assert html.count("<h1") == 1
    assert "Stop the dragnet</h1>" in html


def test_page_without_opening__has_its_title_as_h1(client, home_page):
    page = page_with(home_page, section("text", text="<p>Words.</p>"))
    html = client.get(page.url).content.decode()
    assert html.count("<h1") == 1
    assert "A campaign</h1>" in html


@pytest.mark.parametrize("name", GENERAL)
def test_template__is_namespaced_and_short(name):
    template = get_template(block(name).meta.template)
    assert template.template.name.startswith("kit/")
    assert len(template.template.source.splitlines()) < 60


def test_long_word__shrinks_the_headline(client, home_page):
    page = page_with(home_page, section("opening", headline="Against Überwachungsgesamtrechnung"))
    assert "opening__headline--longer" in client.get(page.url).content.decode()
