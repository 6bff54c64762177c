"""Long lists in pages: Congress fits on one, all the states' legislators do not."""

from dataclasses import dataclass

PAGED_FROM = 1000
PER_PAGE = 200
LAST_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Paging:
    """`found` people on all pages; nobody found is one empty page."""

    number: int
    found: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.found // PER_PAGE))

    @property
    def span(self) -> slice:
        return slice((self.number - 1) * PER_PAGE, self.number * PER_PAGE)

    @property
    def before(self) -> int:
        """0 on the first page."""
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1 if self.number < self.pages else 0


def paging(words: str, found: int) -> Paging:
    """A page that does not exist is the nearest that does."""
    wanted = int(words) if words.isascii() and words.isdigit() and len(words) < 5 else 1
    whole = Paging(1, found)
    return Paging(min(max(wanted, 1), whole.pages), found)
