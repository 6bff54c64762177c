import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign_blocks.petition.identity.addresses import canonical_address, clean_address
from campaign_blocks.petition.identity.fingerprints import fingerprint

GMAIL_SPELLINGS = [
    "maria.garcia@gmail.com",
    "MariaGarcia@gmail.com",
    "m.a.r.i.a.garcia@googlemail.com",
    "mariagarcia+petition@gmail.com",
    "mariagarcia@GMAIL.COM.",
    " mariagarcia@gmail.com ",
]
LOCAL = st.from_regex(r"[a-z0-9](?:[a-z0-9._-]{0,20}[a-z0-9])?", fullmatch=True)
DOMAIN = st.sampled_from(["example.org", "gmail.com", "münchen.example", "sub.example.co.uk"])


@pytest.mark.parametrize("spelling", GMAIL_SPELLINGS)
def test_canonical_address__gmail_spelling(spelling):
    assert canonical_address(spelling) == "mariagarcia@gmail.com"


def test_canonical_address__dots_matter_elsewhere():
    assert canonical_address("a.b@example.org") != canonical_address("ab@example.org")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_canonical_address__unicode_forms(form):
    spelling = unicodedata.normalize(form, "josé@müller.example")
    assert canonical_address(spelling) == "josé@xn--mller-kva.example"


@given(local=LOCAL, domain=DOMAIN, tag=LOCAL)
def test_canonical_address__tag_and_case_make_no_difference(local, domain, tag):
    plain = canonical_address(f"{local}@{domain}")
    assert canonical_address(f"{local.upper()}+{tag}@{domain.upper()}") == plain


@given(local=LOCAL, domain=DOMAIN)
def test_canonical_address__is_its_own_canonical_form(local, domain):
    once = canonical_address(f"{local}@{domain}")
    assert canonical_address(once) == once


@given(st.text(max_size=300))
def test_canonical_address__any_text_is_answered(text):
    assert "@" in canonical_address(text)


def test_canonical_address__only_a_tag_is_kept():
    assert canonical_address("+tag@example.org") == "+tag@example.org"


def test_clean_address__final_dot_is_a_slip():
    assert clean_address("ana@example.org.") == "ana@example.org"


def test_fingerprint__depends_on_the_secret(settings):
    first = fingerprint("ana@example.org")
    settings.SECRET_KEY = "another"
    assert len(first) == 32
    assert fingerprint("ana@example.org") != first
