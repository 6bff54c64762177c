import gzip

import pytest

from campaign_blocks.kit.registry import campaign_blocks
from campaign_blocks.map.shapes.names import STATES
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def block():
    return campaign_blocks()["map"]


@pytest.fixture
def faces():
    return make_map()


def render(block, **value):
    return block.render(block.to_python({"look": "paper", "height": "tall", **value}))


def test_map_block__draws_the_states(block, faces):
    make_place(faces, kind="ban"), make_place(faces)
    html = render(block, heading="Where?", map=faces.pk)
    assert '<h2 class="section__heading">Where?</h2>' in html
    assert "<title>California: 2 places, 1 ban</title>" in html
    assert "2 places in 1 state: 1 place in use, 1 ban." in html
    assert 'href="/map/?map=faces">View map</a>' in html


def test_map_block__shows_one_meaning_only(block, faces):
    make_place(faces, kind="ban"), make_place(faces)
    html = render(block, map=faces.pk, showing="banned")
    assert "1 place in 1 state: 1 ban." in html
    assert 'href="/map/?map=faces&amp;kind=ban">View map</a>' in html


@pytest.mark.parametrize(
    "value", [{}, {"heading": "Only"}, {"map": None}, {"map": 999_999}, {"showing": "won"}]
)
def test_map_block__half_empty_renders(block, value):
    assert "map-states" not in render(block, **value)


def test_map_block__unpublished_map_is_not_drawn(block, faces):
    faces.published = False
    faces.save()
    assert "map-states" not in render(block, map=faces.pk)


def test_map_block__map_without_places_says_so(block, faces):
    assert "No places yet." in render(block, map=faces.pk)


def test_map_block__preview_needs_no_record(block, django_assert_num_queries):
    with django_assert_num_queries(0):
        html = block.render(block.get_preview_value())
    assert "<title>California: 12 places, 3 bans</title>" in html


@pytest.mark.parametrize("number", [1, 50])
def test_map_block__queries(block, faces, number, django_assert_num_queries):
    faces.kinds.filter(slug="use").update(meaning="won")
    for n in range(number):
        make_place(faces, kind=("ban", "use")[n % 2])
    value = block.to_python({"map": faces.pk})
    with django_assert_num_queries(3):
        block.render(value)


def test_map_block__adds_at_most_nine_kilobytes(block, faces):
    for state in STATES:
        make_place(faces, kind="ban", state=state)
        make_place(faces, state=state)
    html = render(block, heading="Where?", map=faces.pk)
    assert len(gzip.compress(html.encode(), 6)) < 9 * 1024


def test_map_block__hostile_words_are_escaped(block):
    faces = make_map(attribution="<img src=x onerror=alert(1)>")
    html = render(block, heading="<script>", map=faces.pk)
    assert "<script>" not in html and "<img" not in html


def test_map_block__refreshes_pages_and_comes_once(block):
    assert "places" in block.meta.records
    assert block.meta.page_limit == 1
