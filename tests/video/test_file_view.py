import pytest
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from tests.video.factories import captions, document

pytestmark = pytest.mark.django_db


def address(stored, name=None):
    return reverse("video:file", args=[stored.pk, name or stored.filename])


def body(response):
    return b"".join(response.streaming_content)


def test_file__whole(client):
    response = client.get(address(document()))
    assert response.status_code == 200 and len(body(response)) == 1024
    assert response["Content-Type"] == "video/mp4" and response["Accept-Ranges"] == "bytes"
    assert response["Cache-Control"].startswith("public") and not response.cookies


def test_file__part(client):
    response = client.get(address(document()), headers={"range": "bytes=256-511"})
    assert response.status_code == 206 and body(response) == bytes(range(256))
    assert response["Content-Range"] == "bytes 256-511/1024"
    assert response["Content-Length"] == "256"


def test_file__part_beyond_the_end(client):
    response = client.get(address(document()), headers={"range": "bytes=4000-"})
    assert response.status_code == 416 and response["Content-Range"] == "bytes */1024"


def test_file__captions(client):
    assert client.get(address(captions()))["Content-Type"].startswith("text/vtt")


def test_file__other_documents_are_not_served_here(client):
    assert client.get(address(document("plan.pdf"))).status_code == 404


def test_file__wrong_name_or_number(client):
    stored = document()
    assert client.get(address(stored, "other.mp4")).status_code == 404
    assert client.get(reverse("video:file", args=[stored.pk + 1, "film.mp4"])).status_code == 404


def test_file__private_collection_is_not_found(client):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    assert client.get(address(document(collection=private))).status_code == 404


def test_file__lost_from_the_disk(client):
    stored = document()
    stored.file.storage.delete(stored.file.name)
    assert client.get(address(stored)).status_code == 404


def test_file__only_read(client):
    assert client.post(address(document())).status_code == 405
