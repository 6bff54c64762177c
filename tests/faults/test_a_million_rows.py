"""Erasing and exporting one person among a million, on PostgreSQL. It prints what it measured."""

import time

import pytest
from django.core.management import call_command
from django.db import connection

from campaign_blocks.petition.identity.fingerprints import fingerprint
from campaign_blocks.petition.models import ConsentText, Signature
from tests.petition.factories import make_petition, make_signature

pytestmark = [pytest.mark.django_db, pytest.mark.service("postgresql")]
ROWS = 1_000_000
SECONDS = 60
SIGNATURES = """
    INSERT INTO petition_signature (petition_id, fingerprint, name, email, postal_code, country,
        message, state, source, language, address_block, created_at, confirmed_at, judged_at)
    SELECT %s, sha256(n::text::bytea), 'Person ' || n, 'person' || n || '@example.net',
        lpad((n %% 99999)::text, 5, '0'), 'US', '', 'confirmed', 'mail', 'en', '', now(), now(),
        now()
    FROM generate_series(1, %s) AS n
"""
CONSENTS = """
    INSERT INTO petition_consent (signature_id, purpose, text_id, granted, method, created_at)
    SELECT id, 'campaign_mail', %s, true, 'answer', now() FROM petition_signature
"""
MAILS = """
    INSERT INTO petition_outboxmessage (kind, signature_id, target, state, attempts, created_at,
        error)
    SELECT 'thanks', id, '', 'sent', 1, now(), '' FROM petition_signature
"""


@pytest.fixture
def crowd(db):
    """One mailbox with three signatures among a million others."""
    petition = make_petition()
    text = ConsentText.objects.create(text="Yes", language="en")
    with connection.cursor() as cursor:
        cursor.execute(SIGNATURES, [petition.pk, ROWS])
        cursor.execute(CONSENTS, [text.pk])
        cursor.execute(MAILS)
        for _ in range(3):
            make_signature(make_petition(), email="ana@example.org", opt_in=True)
        cursor.execute("ANALYZE petition_signature, petition_consent, petition_outboxmessage")
    return petition


def timed(*arguments, **options):
    began = time.monotonic()
    call_command(*arguments, **options)
    seconds = time.monotonic() - began
    print(f"{arguments[0]} {options or ''}: {seconds:.2f} s")  # noqa: T201  a figure to read
    return seconds


def test_erase_and_export__under_a_minute(crowd, capsys):
    assert timed("export_person", "ana@example.org") < SECONDS
    assert timed("erase_person", "ana@example.org", dry_run=True) < SECONDS
    assert timed("erase_person", "ana@example.org") < SECONDS
    assert timed("apply_retention", dry_run=True) < SECONDS
    mine = Signature.objects.filter(fingerprint=fingerprint("ana@example.org"))
    assert set(mine.values_list("state", "email")) == {("erased", "")}
    with capsys.disabled():
        print(*[line for line in capsys.readouterr().out.splitlines() if line.endswith(" s")])  # noqa: T201
