"""What a file would do: every fault, who had signed already, how many are new. Writes nothing."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from campaign_blocks.petition.models import Petition, Signature, Suppression
from campaign_blocks.petition.models.choices import SuppressionReason
from campaign_blocks.petition.paper.cleaning import Cleaner, PaperSignature
from campaign_blocks.petition.paper.reading import Line, PaperProblem, read

SHOWN = 200
AT_ONCE = 500


@dataclass
class Checked:
    """Lines, never names: the report is kept."""

    new: int = 0
    with_address: int = 0
    agreed: int = 0
    twice: list[int] = field(default_factory=list)
    had_signed: list[int] = field(default_factory=list)
    erased: list[int] = field(default_factory=list)
    problems: list[PaperProblem] = field(default_factory=list)

    @property
    def passed_over(self) -> int:
        return len(self.twice) + len(self.had_signed) + len(self.erased)

    def as_data(self) -> dict[str, Any]:
        return {
            "new": self.new,
            "with_address": self.with_address,
            "agreed": self.agreed,
            "twice": self.twice[:SHOWN],
            "had_signed": self.had_signed[:SHOWN],
            "erased": self.erased[:SHOWN],
            "passed_over": self.passed_over,
            "problems": [[one.line, one.field, one.message] for one in self.problems[:SHOWN]],
            "problem_count": len(self.problems),
        }


def check(petition: Petition, body: bytes) -> Checked:
    """All at once, for whoever can wait."""
    checking = check_slowly(petition, body)
    while True:
        try:
            next(checking)
        except StopIteration as end:
            found: Checked = end.value
            return found


def check_slowly(petition: Petition, body: bytes) -> Generator[None, None, Checked]:
    """A few hundred lines at a time."""
    checked = Checked()
    cleaner = Cleaner(petition)
    seen: set[tuple[bytes, bytes]] = set()
    try:
        for lines in grouped(read(body)):
            some = [row for line in lines if (row := cleaner(line)) is not None]
            known = Known(petition, some)
            for row in some:
                take(checked, row, known, seen)
            yield
    except PaperProblem as problem:
        cleaner.problems.append(problem)
    checked.problems = cleaner.problems
    if not (checked.new or checked.passed_over or checked.problems):
        checked.problems = [PaperProblem(_("There are no signatures in this file."))]
    return checked


def take(
    checked: Checked, row: PaperSignature, known: "Known", seen: set[tuple[bytes, bytes]]
) -> None:
    if row.identity in seen:
        checked.twice.append(row.line)
    elif row.identity in known.signed:
        checked.had_signed.append(row.line)
    elif row.fingerprint in known.erased:
        checked.erased.append(row.line)
    else:
        checked.new += 1
        checked.with_address += bool(row.email)
        checked.agreed += row.consent
    seen.add(row.identity)


class Known:
    """Who of these signed the petition already, and who asked to be forgotten: two queries."""

    def __init__(self, petition: Petition, rows: Iterable[PaperSignature]) -> None:
        digests = [row.fingerprint for row in rows]
        signed = Signature.objects.filter(petition=petition, fingerprint__in=digests)
        erased = Suppression.objects.filter(
            fingerprint__in=digests, reason=SuppressionReason.ERASED
        )
        self.signed = {
            (bytes(digest), bytes(person))
            for digest, person in signed.values_list("fingerprint", "person")
        }
        self.erased = {bytes(one) for one in erased.values_list("fingerprint", flat=True)}


def grouped(lines: Iterable[Line]) -> Iterator[list[Line]]:
    rest = iter(lines)
    while some := list(islice(rest, AT_ONCE)):
        yield some
