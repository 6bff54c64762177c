"""The list of places that staff work with: what it costs, and how it is narrowed."""

import html as entities

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaign_blocks.map.models import Place
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
LIST = reverse("wagtailsnippets_map_place:list")
OURS = 3  # how many places, which of them, and the maps with their kinds
# Wagtail asks ten more for every page of a member of a group: session, user, profile, languages,
# two kinds of permissions of Django's, three of its own, and where the page tree begins.
OF_WAGTAIL = 10


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def member_client(client, django_user_model):
    member = django_user_model.objects.create_user("member", "m@example.org", "pass-word-12")
    group = Group.objects.create(name="Map")
    group.permissions.set(Permission.objects.filter(content_type__app_label="map"))
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    member.groups.set([group, Group.objects.get(name="Editors")])
    client.force_login(member)
    return client


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("number", [1, 50])
@pytest.mark.parametrize("query", ["", "?q=place", "?map={map}&kind={kind}&live=true", "?p=1"])
def test_list__at_most_ten_queries(editor_client, faces, number, query):
    for _ in range(number):
        make_place(faces)
    kind = faces.kinds.get(slug="use").pk
    asked = queries(editor_client, LIST + query.format(map=faces.pk, kind=kind))
    assert len(asked) <= 10, asked


@pytest.mark.parametrize("number", [1, 50])
def test_list__three_queries_beside_wagtails_own(member_client, faces, number):
    for _ in range(number):
        make_place(faces)
    asked = queries(member_client, LIST)
    assert len([sql for sql in asked if '"map_' in sql]) == OURS
    assert len(asked) <= OURS + OF_WAGTAIL, asked


def test_list__narrowed_by_map_and_kind(editor_client, faces):
    other = make_map(slug="plates", title="Number plates")
    make_place(faces, name="Oakland", kind="ban")
    make_place(faces, name="Fresno", kind="use")
    make_place(other, name="Boston", kind="ban")
    kind = faces.kinds.get(slug="ban")
    page = editor_client.get(LIST, {"map": faces.pk, "kind": kind.pk}).content.decode()
    assert [name for name in ("Oakland", "Fresno", "Boston") if name in page] == ["Oakland"]


def test_list__kinds_are_told_apart_by_their_map(editor_client, faces):
    make_map(slug="plates", title="Number plates")
    page = entities.unescape(editor_client.get(LIST).content.decode())
    assert '<optgroup label="Number plates">' in page
    assert f'<optgroup label="{faces.title}">' in page


@pytest.mark.parametrize("kind", ["0", "x", "99999999999999999999", "' OR 1=1"])
def test_list__unknown_kind_is_no_error(editor_client, faces, kind):
    make_place(faces)
    assert editor_client.get(LIST, {"kind": kind, "map": kind}).status_code == 200


def test_list__what_is_done_to_many_follows_the_filter(editor_client, faces):
    chosen = make_place(faces, kind="ban", live=False)
    left = make_place(faces, kind="use", live=False)
    kind = faces.kinds.get(slug="ban")
    action = reverse("wagtail_bulk_action", args=["map", "place", "publish"])
    editor_client.post(f"{action}?id={chosen.pk}&next={LIST}?kind={kind.pk}")
    live = set(Place.objects.filter(live=True))
    assert live == {chosen} and left not in live
