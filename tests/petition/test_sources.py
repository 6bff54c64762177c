import pytest

from campaign_blocks.petition.models import Signature
from tests.petition.factories import token_for

OURS = "http://testserver/?s=flyer"


@pytest.mark.parametrize(
    ("field", "referer", "token", "kept"),
    [
        ("x7", OURS, "embed", "x7"),
        ("", OURS, "embed", "flyer"),
        ("", "https://evil.example/?s=flyer", "embed", "embed"),
        ("", "", "embed", "embed"),
        ("", "http://testserver/", "", ""),
    ],
)
def test_source__first_good_code(petition, post, field, referer, token, kept):
    post(
        petition,
        headers={"referer": referer},
        s=field,
        form_token=token_for(petition, source=token),
    )
    assert Signature.objects.get().source == kept
