from datetime import timedelta

import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from campaign_blocks.petition import form_token
from campaign_blocks.petition.form_token import FormToken

TOKEN = FormToken(petition_id=3, page_id=12, partner_id=7, embed=True, source="embed")


def test_token__says_what_was_signed():
    assert form_token.read(TOKEN.sign(), petition_id=3) == TOKEN


def test_token__of_another_petition():
    assert form_token.read(TOKEN.sign(), petition_id=4) is None


def test_token__too_old_but_its_page_is_known():
    raw = TOKEN.sign()
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        assert form_token.read(raw, petition_id=3) is None
        assert form_token.read_however_old(raw, petition_id=3) == TOKEN


def test_token__flipped_anywhere():
    raw = TOKEN.sign()
    for position in range(len(raw)):
        other = "A" if raw[position] != "A" else "B"
        forged = raw[:position] + other + raw[position + 1 :]
        assert form_token.read(forged, petition_id=3) is None


def test_token__signed_for_another_purpose(settings):
    from django.core import signing

    raw = signing.TimestampSigner(salt="other").sign(TOKEN.argument())
    assert form_token.read(raw, petition_id=3) is None


@given(st.text(max_size=80))
def test_token__any_text_is_answered(text):
    assert form_token.read(text, petition_id=3) is None
