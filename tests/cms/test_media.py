import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404

from cms.media import media


@pytest.fixture
def stored(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for folder in ("documents", "original_images", "images"):
        default_storage.save(f"{folder}/x.png", ContentFile(b"bytes"))


def test_media__serves_renditions(rf, stored):
    assert b"".join(media(rf.get("/"), "images/x.png").streaming_content) == b"bytes"


@pytest.mark.parametrize(
    "path",
    [
        "documents/x.png",
        "original_images/x.png",
        "/documents/x.png",
        "images/../documents/x.png",
        "./documents//x.png",
        "Documents/x.png",
    ],
)
def test_media__documents_and_originals_have_no_address(rf, stored, path):
    with pytest.raises(Http404):
        media(rf.get("/"), path)
