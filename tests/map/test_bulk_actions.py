"""What staff do to many places at once."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from campaign_blocks.map.models import Place
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def faces():
    return make_map()


def do(client, action, *places):
    address = reverse("wagtail_bulk_action", args=["map", "place", action])
    back = reverse("wagtailsnippets_map_place:list")
    query = urlencode([*(("id", place.pk) for place in places), ("next", back)])
    assert client.get(f"{address}?{query}").status_code == 200
    return client.post(f"{address}?{query}", follow=True)


def test_bulk__publish(editor_client, faces):
    places = [make_place(faces, live=False) for _ in range(3)]
    html = do(editor_client, "publish", *places).content.decode()
    assert "3 places published." in html
    assert Place.objects.published().count() == 3
    assert all(place.first_published_at for place in Place.objects.all())


def test_bulk__nothing_is_published_without_a_source(editor_client, faces):
    place = make_place(faces, live=False, source_url="")
    do(editor_client, "publish", place)
    assert not Place.objects.published().exists()


def test_bulk__withdraw(editor_client, faces):
    place = make_place(faces)
    do(editor_client, "withdraw", place)
    assert not Place.objects.get().live


def test_bulk__checked_names_who_read_it(editor_client, faces):
    place = make_place(faces)
    do(editor_client, "check", place)
    place.refresh_from_db()
    assert place.verified and place.verified_by == "editor"
    assert place.live and not place.has_unpublished_changes


def test_bulk__a_draft_stays_a_draft(editor_client, faces, admin_user):
    place = make_place(faces, name="Shown")
    place.name = "Draft"
    place.save_revision(user=admin_user)
    do(editor_client, "check", place)
    place.refresh_from_db()
    assert place.name == "Shown" and place.has_unpublished_changes
    assert place.get_latest_revision_as_object().name == "Draft"


def test_bulk__needs_the_right(client, faces, django_user_model):
    place = make_place(faces, live=False)
    client.force_login(django_user_model.objects.create_user("x", "x@example.org", "pass-word-12"))
    address = reverse("wagtail_bulk_action", args=["map", "place", "publish"])
    client.post(f"{address}?id={place.pk}")
    assert not Place.objects.get().live
