"""Writing a checked file, 500 lines a transaction; a worker that died is taken over from.

All or nothing: a file with one fault is not begun, and one that was begun is always finished.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import islice

from django.db import IntegrityError, transaction
from django.utils import timezone

from campaign_blocks.petition import consent_texts
from campaign_blocks.petition.lookup import partner_by_id
from campaign_blocks.petition.models import (
    Consent,
    CountDelta,
    PaperBatch,
    PaperRow,
    Petition,
    Signature,
)
from campaign_blocks.petition.models.choices import ConsentMethod, ConsentPurpose, SignatureState
from campaign_blocks.petition.models.paper import PaperState
from campaign_blocks.petition.paper.checking import AT_ONCE, SHOWN, Known
from campaign_blocks.petition.paper.cleaning import Cleaner, PaperSignature
from campaign_blocks.petition.paper.reading import Line, read

NOON = time(12)


class Lines:
    """The lines of one batch, a few hundred at a time; read anew only by another worker."""

    def __init__(self) -> None:
        self.place: tuple[int, int] = (0, 0)
        self.ahead: Iterator[Line] = iter(())

    def after(self, batch: PaperBatch) -> list[Line]:
        if self.place != (batch.pk, batch.next_line):
            body = PaperBatch.objects.values_list("body", flat=True).get(pk=batch.pk)
            lines = read(bytes(body or b""))
            self.ahead = (line for line in lines if line.number > batch.next_line)
        found = list(islice(self.ahead, AT_ONCE))
        self.place = (batch.pk, found[-1].number if found else batch.next_line)
        return found


def write_some(batch_id: int, lines: Lines) -> bool:
    """The next lines of a batch that is being imported; False when nothing is left to do."""
    try:
        with transaction.atomic():
            rows = PaperBatch.objects.select_related("petition").defer("body")
            batch = rows.select_for_update(of=("self",)).get(pk=batch_id)
            if batch.state != PaperState.IMPORTING:
                return False
            is_last = write_next(batch, lines.after(batch))
            batch.save()
            return not is_last
    except IntegrityError:
        lines.place = (0, 0)
        return True  # somebody of these signed online this moment: the next try passes her over


def write_next(batch: PaperBatch, lines: list[Line]) -> bool:
    """The rules may have changed since the check: then all that was written is taken back."""
    cleaner = Cleaner(batch.petition, today=timezone.localdate(batch.created_at))
    rows = [row for line in lines if (row := cleaner(line)) is not None]
    if cleaner.problems:
        batch.state, batch.body = PaperState.UNDOING, None
        batch.report["problems"] = [[p.line, p.field, p.message] for p in cleaner.problems[:SHOWN]]
        return True
    write(batch, rows)
    if lines:
        batch.next_line = lines[-1].number
    if len(lines) < AT_ONCE:
        batch.state, batch.body = PaperState.DONE, None
        batch.finished_at = timezone.now()
    return batch.state == PaperState.DONE


def write(batch: PaperBatch, rows: list[PaperSignature]) -> None:
    known = Known(batch.petition, rows)
    new: dict[tuple[bytes, bytes], PaperSignature] = {}
    for row in rows:
        if row.identity not in known.signed and row.fingerprint not in known.erased:
            new.setdefault(row.identity, row)
    signatures = Signature.objects.bulk_create(
        [signature(batch.petition, row, batch.language) for row in new.values()]
    )
    pairs = list(zip(new.values(), signatures, strict=True))
    PaperRow.objects.bulk_create(
        PaperRow(batch=batch, line=row.line, signature=made) for row, made in pairs
    )
    questions = Questions(batch, new.values())
    Consent.objects.bulk_create(
        answer for row, made in pairs for answer in questions.answers(row, made)
    )
    count_paper(batch.petition, len(pairs))
    batch.imported += len(pairs)


def signature(petition: Petition, row: PaperSignature, language: str) -> Signature:
    now = timezone.now()
    return Signature(
        petition=petition,
        fingerprint=row.fingerprint,
        person=row.person,
        name=row.name,
        email=row.email,
        postal_code=row.postal_code,
        country=row.country,
        city=row.city,
        phone=row.phone,
        state=SignatureState.CONFIRMED,
        language=language,
        on_paper=True,
        created_at=moment(row),
        confirmed_at=now,
        judged_at=now,
    )


def moment(row: PaperSignature) -> datetime:
    """Paper knows days: noon, but never in the future."""
    return min(timezone.make_aware(datetime.combine(row.signed_on, NOON)), timezone.now())


class Questions:
    """What the sheet asked, looked up once for many lines."""

    def __init__(self, batch: PaperBatch, rows: Iterable[PaperSignature]) -> None:
        self.campaign = consent_texts.text_id(batch.consent_words, batch.language)
        asked = {pk for row in rows for pk in row.organizations}
        self.texts: dict[int, int] = {}
        for pk in asked:
            if organization := partner_by_id(pk):
                words = consent_texts.partner_words(organization)[0]
                self.texts[pk] = consent_texts.text_id(words, batch.language)

    def answers(self, row: PaperSignature, made: Signature) -> list[Consent]:
        asked: list[tuple[ConsentPurpose, int | None, int, bool]] = [
            (ConsentPurpose.CAMPAIGN_MAIL, None, self.campaign, row.consent)
        ]
        for pk, granted in row.organizations.items():
            if pk in self.texts:
                asked.append((ConsentPurpose.PARTNER_MAIL, pk, self.texts[pk], granted))
        return [
            Consent(
                signature=made,
                purpose=purpose,
                organization_id=organization_id,
                text_id=text_id,
                granted=granted,
                method=ConsentMethod.PAPER,
                created_at=moment(row),
            )
            for purpose, organization_id, text_id, granted in asked
        ]


def count_paper(petition: Petition, amount: int) -> None:
    """Added up by the worker like every other change."""
    if amount:
        CountDelta.objects.create(
            petition=petition, amount=amount, on_paper=True, created_at=timezone.now()
        )
