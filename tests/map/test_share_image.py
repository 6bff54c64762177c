"""The pictures that networks show beside a link: made by the worker, never while somebody waits."""

import io
import re
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from PIL import Image

from campaign_blocks.kit.drawing import AT_ONCE
from campaign_blocks.map.models import MapImage
from campaign_blocks.map.pictures import card, step
from campaign_blocks.map.shapes.areas import US, WORLD
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
LONG = "The Very Long Name of a Police Department in Llanfairpwllgwyngyllgogerychwyrndrobwll, twice"


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def worker():
    drawing = step.drawing()

    def work():
        while drawing.run():
            pass

    return work


def address(client, path):
    html = client.get(path).content.decode()
    found = re.search(r'property="og:image" content="(https?://[^"]+)"', html)[1]
    return urlsplit(found).path


def picture(key):
    with default_storage.open(MapImage.objects.get(key=key).path()) as file:
        return file.read()


@pytest.mark.parametrize("name", ["Oakland", LONG, "مطار دبي الدولي", "🎥 Kamera", "W" * 200])
def test_place_image__size_and_weight(worker, faces, name):
    place = make_place(faces, name=name)
    worker()
    content = picture(f"place-{place.pk}")
    assert Image.open(io.BytesIO(content)).size == (1200, 630)
    assert len(content) < 300 * 1024


def test_page__names_the_generic_picture_until_the_worker_has_drawn(client, worker, faces):
    place = make_place(faces)
    before = address(client, place.get_absolute_url())
    assert before.endswith("/map/share/us_states.png")
    worker()
    after = address(client, place.get_absolute_url())
    assert after.startswith("/media/images/share/") and "map-place-" in after


def test_request__never_draws(client, faces, monkeypatch):
    def fail(*args):
        raise AssertionError("drawn while somebody waits")

    monkeypatch.setattr(card, "draw", fail)
    place = make_place(faces)
    for path in (place.get_absolute_url(), "/map/ca/"):
        assert address(client, path).endswith("us_states.png")
    for path in (f"/map/places/{place.pk}/old.png", "/map/ca/old.png"):
        answer = client.get(path)
        assert answer.status_code == 302 and answer["Location"].endswith("us_states.png")
        assert not answer.cookies


def test_worker__draws_anew_what_changed_and_nothing_else(worker, faces, monkeypatch):
    place, other = make_place(faces), make_place(faces)
    worker()
    made = []
    monkeypatch.setattr(step, "put", lambda path, content: made.append(path))
    worker()
    assert made == []
    place.name = "City of Oakland"
    place.save()
    worker()
    assert len(made) == 1 and f"place-{place.pk}" in made[0]
    assert MapImage.objects.filter(key=f"place-{other.pk}").exists()


def test_worker__former_picture_stays_one_change_long(worker, faces):
    place = make_place(faces)
    paths = []
    for name in ("A", "B", "C"):
        place.name = name
        place.save()
        worker()
        paths.append(MapImage.objects.get(key=f"place-{place.pk}").path())
    assert [default_storage.exists(path) for path in paths] == [False, True, True]


def test_worker__pictures_of_what_is_gone_go(worker, faces):
    place = make_place(faces)
    worker()
    path = MapImage.objects.get(key=f"place-{place.pk}").path()
    place.live = False
    place.save()
    worker()
    assert not MapImage.objects.exists() and not default_storage.exists(path)


def test_worker__a_few_at_a_time_and_a_fault_stops_no_other(faces, monkeypatch):
    for _ in range(12):
        make_place(faces)
    drawing = step.drawing()
    assert drawing.run() == AT_ONCE
    monkeypatch.setattr(step, "put", lambda path, content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        drawing.run()
    monkeypatch.undo()
    assert drawing.run() == 2  # thirteen with the state, less the one that failed


def test_old_address__leads_to_the_picture_of_today(client, worker, faces):
    place = make_place(faces)
    worker()
    answer = client.get(f"/map/places/{place.pk}/old.png")
    today = address(client, place.get_absolute_url())
    assert urlsplit(answer["Location"]).path == today


def test_place_image__in_review_is_404(client, faces):
    place = make_place(faces, live=False)
    assert client.get(f"/map/places/{place.pk}/x.png").status_code == 404


def test_state_image__follows_the_number(client, worker, faces):
    make_place(faces)
    worker()
    before = address(client, "/map/ca/")
    make_place(faces)
    worker()
    assert "map-state-" in before and address(client, "/map/ca/") != before


@pytest.mark.parametrize("areas", [US, WORLD])
def test_generic_picture__is_what_the_drawing_makes(areas):
    with open(finders.find(f"map/share/{areas.name}.png"), "rb") as file:
        kept = Image.open(file).convert("RGB")
    drawn = Image.open(io.BytesIO(card.draw_generic(areas))).convert("RGB")
    assert kept.size == card.SIZE and kept.tobytes() == drawn.tobytes()


@pytest.mark.parametrize("number", [1, 50])
def test_worker__looking_takes_few_queries(faces, number, django_assert_max_num_queries):
    for _ in range(number):
        make_place(faces)
    with django_assert_max_num_queries(5):
        step.stale()
