"""What the page behind a mail's link shows of a letter, gathered before anything is changed."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from campaign_blocks.kit.doors import Target
from campaign_blocks.petition.letters.finding import Lawmakers, Outcome, lawmakers_of
from campaign_blocks.petition.letters.form import LetterForm
from campaign_blocks.petition.letters.queue import LetterWish
from campaign_blocks.petition.models import Petition, Signature

SEND = "send"


@dataclass(frozen=True, kw_only=True)
class LetterPage:
    """`form` is None where nobody can be written to; `why` then says which words explain it."""

    signature: Signature
    confirms: bool
    lawmakers: Lawmakers | None = None
    form: LetterForm | None = None
    pressed: str = ""
    typed: str = ""

    @property
    def petition(self) -> Petition:
        return self.signature.petition

    @property
    def has_letter(self) -> bool:
        return bool(self.petition.letter_body)

    @property
    def letter(self) -> str:
        return self.signature.message or self.petition.letter_body

    @property
    def sure(self) -> tuple[Target, ...]:
        return self.lawmakers.sure if self.lawmakers else ()

    @property
    def why(self) -> str:
        """ "", "nobody", "abroad", "down" or "unclear"."""
        if self.lawmakers is None or self.form:
            return ""
        found = self.lawmakers.outcome
        return "unclear" if found == Outcome.FOUND else found.value

    @property
    def wants_letter(self) -> bool:
        return self.has_letter and (self.pressed == SEND or not self.confirms)

    @property
    def is_down(self) -> bool:
        """The letter is wanted and cannot be sent now; nothing else would explain it."""
        return self.wants_letter and self.why == Outcome.DOWN.value

    @cached_property
    def wish(self) -> LetterWish | None:
        """None where no letter is wanted, or not all is answered yet."""
        if self.form is None or not self.wants_letter or not self.form.is_valid():
            return None
        return self.form.wish()


def letter_page(signature: Signature, *, confirms: bool, data: Any = None) -> LetterPage:
    """`data` is a POST. Whoever only confirms needs no lawmakers looked up."""
    if not signature.petition.letter_body:
        return LetterPage(signature=signature, confirms=confirms)
    lawmakers = lawmakers_of(signature)
    form = None
    if lawmakers.can_be_written_to:
        form = LetterForm(data, signature=signature, lawmakers=lawmakers, confirms=confirms)
    return LetterPage(
        signature=signature,
        confirms=confirms,
        lawmakers=lawmakers,
        form=form,
        pressed=data.get("letter", "") if data else "",
        typed=data.get("message", "") if data else "",
    )
