import gzip
import re
from decimal import Decimal

import pytest

from campaign_blocks.map.shapes.names import STATES
from cms import theme
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def page(client, address="/map/"):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def listed(html):
    return re.findall(r'class="map-place__name" href="[^"]+">([^<]+)<', html)


def table(html):
    rows = re.findall(r'<tr><th scope="row">(?:<a [^>]+>)?([^<]+).*?</th>(.*?)</tr>', html)
    return {name: [int(n) for n in re.findall(r">(\d+)<", cells)] for name, cells in rows}


def test_map__table_lists_all_states_with_counts(client, faces):
    make_place(faces, kind="ban"), make_place(faces), make_place(faces, state="PR")
    make_place(faces, live=False)
    rows = table(page(client))
    assert set(rows) == set(STATES.values())
    assert rows["California"] == [2, 1, 1, 0, 0]
    assert rows["Puerto Rico"] == [1, 1, 0, 0, 0]


def test_map__states_are_links_named_with_their_figures(client, faces):
    for kind in ("ban", "ban", "use"):
        make_place(faces, kind=kind)
    html = page(client)
    assert "<title>California: 3 places, 2 bans</title>" in html
    assert "<title>Nevada: 0 places</title>" in html
    assert html.count('href="/map/?state=') >= len(STATES)


def test_map__totals_sentence(client, faces):
    make_place(faces, kind="ban"), make_place(faces), make_place(faces, state="MA")
    assert "3 places in 2 states: 2 places in use, 1 ban." in page(client)


def test_map__filters_by_address(client, faces):
    make_place(faces, name="Oakland", kind="ban")
    make_place(faces, name="Fresno")
    make_place(faces, name="Boston", kind="ban", state="MA")
    assert listed(page(client, "/map/?state=CA&kind=ban")) == ["Oakland"]
    assert listed(page(client, "/map/?state=ca")) == ["Fresno", "Oakland"]
    assert listed(page(client, "/map/?kind=ban&kind=use&q=02139")) == ["Boston"]


def test_map__filters_are_kept_in_the_form(client, faces):
    make_place(faces, kind="ban")
    html = page(client, "/map/?state=CA&kind=ban&q=Place")
    assert '<option value="CA" selected>California (1)</option>' in html
    assert re.search(r'value="ban" id="map-kind-ban" checked', html)
    assert 'name="q" type="search" value="Place"' in html


def test_map__nothing_found_says_so(client, faces):
    make_place(faces)
    assert "No place fits these filters." in page(client, "/map/?q=nowhere")


@pytest.mark.parametrize(
    "query",
    [
        'q="><script>alert(1)</script>',
        "q=%00%00",
        "q=" + "x" * 10_000,
        "q='--",
        "state=%00",
        "state=ZZ",
        "kind=%00&kind=" + "k" * 500,
        "page=0&page=x",
        "page=99999",
        "&".join(f"kind={n}" for n in range(500)),
    ],
)
def test_map__hostile_filters_never_break_it(client, faces, query):
    make_place(faces)
    assert "<script>alert" not in page(client, f"/map/?{query}")


def test_map__first_published_or_named(client, faces):
    make_map("drones", title="Where are the drones?")
    assert "Where are the cameras?" in page(client)
    assert "Where are the drones?" in page(client, "/map/?map=drones")
    assert client.get("/map/?map=none").status_code == 404


def test_map__no_map_at_all_is_404(client):
    assert client.get("/map/").status_code == 404


def test_map__without_shapes_has_list_and_table(client):
    kinds = [{"slug": "verbot", "label": "Verbot", "meaning": "banned"}]
    berlin = make_map("berlin", basemap="none", kinds=kinds)
    make_place(berlin, kind="verbot", name="Tegel", state="Berlin", country="DE")
    html = page(client)
    assert table(html) == {"Berlin": [1, 1]}
    assert listed(html) == ["Tegel"]
    assert "map-states" not in html


def test_map__long_list_is_paged(client, faces):
    for _ in range(51):
        make_place(faces)
    html = page(client)
    assert len(listed(html)) == 50
    assert len(listed(page(client, "/map/?page=2"))) == 1
    assert 'rel="next" href="?page=2#places"' in html


@pytest.mark.parametrize("number", [1, 50])
def test_map__queries(client, faces, number, django_assert_max_num_queries):
    for n in range(number):
        make_place(faces, kind=("ban", "use")[n % 2], state=("CA", "MA", "NY")[n % 3])
    page(client)
    with django_assert_max_num_queries(10):
        page(client)


def test_map__public_and_without_cookie(client, faces):
    response = client.get("/map/")
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_map__no_inline_code_but_the_themes_and_nothing_foreign(client, faces):
    make_place(faces)
    html = page(client).replace(f"<script>{theme.SCRIPT}</script>", "", 1)
    assert not re.search(r"<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=", html)
    main = html[html.index("<main") : html.index("</main>")]
    assert not re.search(r'(src|data-\w+)="(https?:)?//', main)


def test_map__weight(client, faces):
    for n in range(50):
        make_place(faces, kind=("ban", "use")[n % 2], state=sorted(STATES)[n])
    assert len(gzip.compress(page(client).encode(), 6)) < 24 * 1024


def test_map__shows_a_change_at_once(client, faces):
    place = make_place(faces, name="Before")
    assert listed(page(client)) == ["Before"]
    place.name, place.longitude = "After", Decimal("-121")
    place.save()
    assert listed(page(client)) == ["After"]


def test_map__tile_server_only_when_the_operator_chose_one(client, faces, settings):
    assert 'data-tiles=""' in page(client)
    settings.MAP_TILE_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    assert 'data-tiles="https://tiles.example.org/{z}/{x}/{y}.png"' in page(client)
