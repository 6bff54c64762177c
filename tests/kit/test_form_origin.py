import pytest
from django.test import RequestFactory

from campaign_blocks.kit.public_forms.origin import may_post

OURS = "http://testserver"
MATRIX = [
    # Origin, Sec-Fetch-Site, token of an embed, allowed
    (OURS, None, False, True),
    (OURS, "same-origin", False, True),
    ("https://testserver", None, False, True),
    ("https://campaign.example", None, False, True),  # BASE_URL
    ("http://campaign.example", None, False, False),
    ("https://evil.example", None, False, False),
    ("https://evil.example", "same-origin", True, False),
    ("https://testserver.evil.example", None, False, False),
    ("https://testserver@evil.example", None, False, False),
    ("http://testserver:8001", None, False, False),
    ("file://", None, False, False),
    ("", None, False, False),
    ("http://[", None, False, False),
    ("null", "cross-site", False, False),
    ("null", "cross-site", True, True),
    (None, "same-origin", False, True),
    (None, "none", False, True),
    (None, "same-site", False, False),
    (None, "cross-site", True, False),
    (None, None, False, True),
]


@pytest.mark.parametrize(("origin", "site", "embed", "allowed"), MATRIX)
def test_may_post__matrix(settings, origin, site, embed, allowed):
    settings.BASE_URL = "https://campaign.example"
    headers = {"Origin": origin, "Sec-Fetch-Site": site}
    known = {name: value for name, value in headers.items() if value is not None}
    request = RequestFactory().post("/", headers=known)
    assert may_post(request, from_embed=embed) is allowed


def test_may_post__http_page_of_an_https_site(settings):
    settings.BASE_URL = "https://campaign.example"
    request = RequestFactory().post("/", secure=True, headers={"Origin": "http://testserver"})
    assert not may_post(request, from_embed=False)
