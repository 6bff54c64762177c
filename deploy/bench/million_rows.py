"""A table of a million signatures, written by the database itself. PostgreSQL only."""

from typing import Any

from django.db import connection, transaction

from campaign_blocks.organizations.models import Organization
from campaign_blocks.petition.models import ConsentText, Petition
from campaign_blocks.petition.services.sign import Signer, sign_petition
from scoreboard.models import ZipDistrict
from scoreboard.zip_states import state_of

ROWS = 1_000_000
ADDRESS = "bench@example.org"
PENDING = 20_000
ZIP_CODES = 30_000
SOURCES = "'','','','newsletter','bluesky','mastodon','whatsapp','poster-3','embed','friends'"
FIRST = "'Ana','Bo','Chidi','Dolores','Emre','Farah','Grace','Hiro','Ines','Jomo','Kaya','Lena'"
LAST = "'Ruiz','Olsen','Okafor','Haze','Demir','Aziz','Kim','Sato','Silva','Adeyemi','Novak'"

SIGNATURES = f"""
    INSERT INTO petition_signature (petition_id, fingerprint, person, name, given_name, email,
        phone, city, comment, public, postal_code, country, message, state, held_from, page_id,
        partner_id, source, language, address_block, on_paper, seconds_taken, created_at,
        confirmed_at, judged_at)
    SELECT %(petition)s, sha256(('a' || n || %(state)s)::bytea), '',
        (ARRAY[{FIRST}])[1 + n %% 12] || ' ' || (ARRAY[{LAST}])[1 + (n / 12) %% 11] || ' ' || n,
        '',
        'signer' || n || '@example.org', '', '', '', false,
        lpad(((n * 7919::bigint) %% {ZIP_CODES} * 3 + 1001)::text, 5, '0'),
        CASE WHEN n %% 50 = 0 THEN 'CA' ELSE 'US' END, '', %(state)s, '', NULL,
        CASE WHEN n %% 7 = 0 THEN %(partner)s END,
        (ARRAY[{SOURCES}])[1 + n %% 10], 'en', sha256((n / 3)::text::bytea), false, 20 + n %% 90,
        now() - (n %% 86400000) * interval '4 seconds',
        CASE WHEN %(state)s = 'confirmed' THEN now() - n * interval '4 seconds' END,
        now() - n * interval '4 seconds'
    FROM generate_series(1, %(rows)s) AS n
"""  # noqa: S608  our own words; values are parameters
CONSENTS = """
    INSERT INTO petition_consent
        (signature_id, purpose, organization_id, text_id, granted, method, created_at)
    SELECT id, 'campaign_mail', NULL, %(text)s, id %% 3 <> 0, 'answer', created_at
    FROM petition_signature WHERE petition_id = ANY(%(ours)s)
    UNION ALL
    SELECT id, 'partner_mail', %(partner)s, %(text)s, id %% 2 = 0, 'answer', created_at
    FROM petition_signature WHERE petition_id = ANY(%(ours)s) AND partner_id IS NOT NULL
"""
MAILS = """
    INSERT INTO petition_outboxmessage (kind, signature_id, target, state, attempts, doubts,
        next_attempt_at, created_at, sent_at, error)
    SELECT 'thanks', id, '', CASE WHEN id %% 5000 = 0 THEN 'failed' ELSE 'sent' END, 1, 0,
        created_at, created_at, created_at,
        CASE WHEN id %% 5000 = 0 THEN 'SMTPRecipientsRefused 550' ELSE '' END
    FROM petition_signature WHERE petition_id = %(petition)s
"""
COUNT = """
    INSERT INTO petition_petitioncount (petition_id, confirmed, on_paper, as_of)
    VALUES (%(petition)s, %(rows)s, 0, now())
    ON CONFLICT (petition_id) DO UPDATE SET confirmed = excluded.confirmed
"""


def fill(rows: int = ROWS) -> Petition:
    """A petition with so many counted signatures, and a smaller one whose signers still wait."""
    with transaction.atomic():
        big = write(rows)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return big


def write(rows: int) -> Petition:
    big = Petition.objects.create(title="A million names", slug="million", confirm_by_mail=False)
    small = Petition.objects.create(title="Waiting", slug="waiting")
    partner = Organization.objects.create(name="Acme Rights", slug="acme-rights")
    text = ConsentText(text="Yes, email me about this campaign", language="en")
    text.save()
    districts()
    facts: dict[str, Any] = {
        "partner": partner.pk,
        "text": text.pk,
        "rows": rows,
        "petition": big.pk,
        "ours": [big.pk, small.pk],
    }
    with connection.cursor() as cursor:
        cursor.execute(SIGNATURES, {**facts, "state": "confirmed"})
        waiting: dict[str, Any] = {
            "petition": small.pk,
            "rows": min(rows, PENDING),
            "state": "pending",
        }
        cursor.execute(SIGNATURES, {**facts, **waiting})
        for statement in (CONSENTS, MAILS, COUNT):
            cursor.execute(statement, facts)
    return big


def found() -> Petition | None:
    return Petition.objects.filter(slug="million").first()


def sign_one(petition: Petition) -> None:
    """Somebody whose fingerprint is right, so that a search can find her."""
    sign_petition(
        petition_id=petition.pk,
        signer=Signer(name="Zoe Bench", email=ADDRESS, postal_code="94110"),
    )


def districts() -> None:
    codes = [f"{n * 3 + 1001:05}" for n in range(ZIP_CODES)]
    known = [(code, state_of(code)) for code in codes]
    ZipDistrict.objects.bulk_create(
        [
            ZipDistrict(postal_code=code, state=state, district=1 + int(code) % 8)
            for code, state in known
            if state
        ],
        batch_size=5000,
    )
