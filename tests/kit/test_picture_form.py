from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model


def picture():
    file = BytesIO()
    Image.effect_noise((200, 200), 90).convert("RGB").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def upload(editor_client):
    def send(content):
        file = SimpleUploadedFile("face.jpg", content, "image/jpeg")
        return editor_client.post(reverse("wagtailimages:add"), {"title": "Face", "file": file})

    return send


def test_damaged_picture__is_refused_with_a_sentence_at_its_field(upload):
    response = upload(picture()[:200])
    assert response.status_code == 200
    assert not get_image_model().objects.exists()
    assert response.context["form"].errors["file"]


@pytest.mark.parametrize("kept", [0, 20, 100, 161, 180, 623, 630, 1000])
def test_picture_cut_anywhere__never_breaks_the_admin(upload, kept):
    assert upload(picture()[:kept]).status_code in (200, 302)


def test_whole_picture__is_taken(upload):
    assert upload(picture()).status_code == 302
    assert get_image_model().objects.count() == 1
