import pytest
from django.test import RequestFactory

from campaign_blocks.kit.doors import dashboard_panels, search_sources
from campaign_blocks.kit.versions import read
from campaign_blocks.map.services import import_places
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def find():
    (source,) = [source for source in search_sources() if source.name == "places"]
    return lambda query: [hit.title for hit in source.search(query, 10)]


def test_search__name_city_and_state(faces, find, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_place(faces, name="Lockport schools", city="Lockport", state="NY")
    for words in ("lockport", "new york", "lock"):
        assert find(words) == ["Lockport schools, NY"]


def test_search__unpublished_is_not_found(faces, find, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_place(faces, name="Secret", live=False)
        hidden = make_map("hidden")
        hidden.published = False
        hidden.save()
        make_place(hidden, name="Secret too")
    assert find("secret") == []


def test_search__imported_places_are_found(
    faces, find, tmp_path, django_capture_on_commit_callbacks
):
    path = tmp_path / "places.csv"
    words = "id,kind,name,state,latitude,longitude,source,verified"
    path.write_text(f"{words}\na-1,ban,Somerville,MA,42.38,-71.1,Globe,yes\n")
    with django_capture_on_commit_callbacks(execute=True):
        import_places(map=faces, path=path)
    assert find("somerville") == ["Somerville, MA"]


def test_places__every_change_renews_the_family(faces, tmp_path):
    def version():
        return read(["places"])["places"]

    seen = [version()]
    place = make_place(faces)
    seen.append(version())
    place.delete()
    seen.append(version())
    path = tmp_path / "places.csv"
    path.write_text("id,kind,name,state,latitude,longitude\na-1,ban,Boston,MA,42.3,-71\n")
    import_places(map=faces, path=path)
    seen.append(version())
    import_places(map=faces, path=path)
    assert len(set(seen)) == 4
    assert version() == seen[-1]


def test_dashboard__says_what_waits(faces):
    make_place(faces), make_place(faces, live=False), make_place(faces, live=False)
    (panel,) = [panel for panel in dashboard_panels() if str(panel.title) == "Map"]
    html = " ".join(panel.render(RequestFactory().get("/")).split())
    assert "1 place shown" in html and "2 wait to be checked" in html


def test_dashboard__without_a_map(db):
    (panel,) = [panel for panel in dashboard_panels() if str(panel.title) == "Map"]
    assert "No map yet." in panel.render(RequestFactory().get("/"))
