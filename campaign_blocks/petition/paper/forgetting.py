"""Lines of a person in files that are not imported yet.

They are emptied, so that every other line keeps its number. What the check said of such a file is
no longer true, so the worker checks it again; staff are told how many lines went, and not whose.
"""

from collections.abc import Callable, Collection

from django.db import transaction
from django.db.models import QuerySet

from campaign_blocks.kit.personal_data import Person
from campaign_blocks.kit.spreadsheet import as_typed
from campaign_blocks.petition.models import PaperBatch, Petition, Signature
from campaign_blocks.petition.models.paper import PaperState
from campaign_blocks.petition.paper.batches import check_batch
from campaign_blocks.petition.paper.cleaning import Cleaner
from campaign_blocks.petition.paper.reading import Line, PaperProblem, without

HELD = (PaperState.UPLOADED, PaperState.CHECKED, PaperState.IMPORTING)
Judge = Callable[[Line], bool]


def forget_person(person: Person) -> int:
    """Somebody is erased by name: her lines go from the files of all petitions."""
    if person.is_hers is None or not person.completely:
        return 0
    batches = held()
    if person.until:
        batches = batches.filter(created_at__lte=person.until)
    unnamed = Signature.objects.filter(pk__in=person.signature_ids, email="")
    digests = {bytes(one) for one in unnamed.values_list("fingerprint", flat=True)}
    return sum(
        forget_lines(batch, lines_of(person.is_hers, digests, batch.petition)) for batch in batches
    )


def lines_of(
    is_hers: Callable[[str], bool], digests: Collection[bytes], petition: Petition
) -> Judge:
    """By the address in any spelling, also where the line has faults; who gave none is known by
    name and postal code."""
    clean = Cleaner(petition) if digests else None

    def gone(line: Line) -> bool:
        address = as_typed(line.cells.get("email", ""))
        if address or clean is None:
            return is_hers(address)
        row = clean(line)
        return row is not None and row.fingerprint in digests

    return gone


def forget_signature(signature: Signature) -> int:
    """Its signer takes it back, so no file may bring it in again. Who shares the mailbox stays."""
    identity = bytes(signature.fingerprint), bytes(signature.person)
    clean = Cleaner(signature.petition)

    def gone(line: Line) -> bool:
        row = clean(line)
        return row is not None and row.identity == identity

    batches = held().filter(petition=signature.petition_id)
    return sum(forget_lines(batch, gone) for batch in batches)


def held() -> QuerySet[PaperBatch]:
    rows = PaperBatch.objects.filter(state__in=HELD, body__isnull=False)
    return rows.select_related("petition").defer("body").order_by("pk")


@transaction.atomic
def forget_lines(batch: PaperBatch, gone: Judge) -> int:
    """A file that can't be read to its end is refused at once, and so it goes as well."""
    rows = PaperBatch.objects.select_related("petition").select_for_update(of=("self",))
    batch = rows.get(pk=batch.pk)
    if batch.body is None:
        return 0
    try:
        body, number = without(bytes(batch.body), gone)
    except PaperProblem:
        check_batch(batch)
        return 0
    if number:
        batch.body = body
        batch.report["forgotten"] = batch.report.get("forgotten", 0) + number
        if batch.state == PaperState.CHECKED:
            batch.state = PaperState.UPLOADED
        batch.save(update_fields=["body", "report", "state"])
    return number
