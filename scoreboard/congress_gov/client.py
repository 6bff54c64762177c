"""A bill and all its cosponsors from Congress.gov v3, page by page, with patience."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from scoreboard.congress_gov.answers import Cosponsor, Detail, read_detail, read_page
from scoreboard.congress_gov.bill_key import BillKey
from scoreboard.congress_gov.http_get import get_json
from scoreboard.congress_gov.problems import CongressProblem

PAGE = 250
MOST_PAGES = 20
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0

Get = Callable[[str, str, Mapping[str, str]], dict[str, Any]]
Pause = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Sponsors:
    detail: Detail
    cosponsors: tuple[Cosponsor, ...]


@dataclass(slots=True)
class Client:
    """`attempts` counts the first one; the worker asks once and comes back later."""

    base: str
    key: str
    attempts: int = 4
    get: Get = get_json
    pause: Pause = time.sleep

    def read(self, bill: BillKey) -> Sponsors:
        """Everything, or a CongressProblem."""
        detail = read_detail(self._ask(bill.path, {}), bill)
        cosponsors = self._cosponsors(bill)
        now = [one for one in cosponsors if one.withdrawn_on is None]
        if detail.cosponsors and not now:
            raise CongressProblem(
                f"Congress.gov says that there are {detail.cosponsors} cosponsors and lists none."
            )
        return Sponsors(detail, cosponsors)

    def _cosponsors(self, bill: BillKey) -> tuple[Cosponsor, ...]:
        """Pages are asked for by their offset; the addresses in the answers are not followed."""
        found: dict[str, Cosponsor] = {}
        offset = 0
        for _ in range(MOST_PAGES):
            query = {"limit": str(PAGE), "offset": str(offset)}
            page = read_page(self._ask(f"{bill.path}/cosponsors", query))
            offset += len(page.cosponsors)
            found |= {one.identifier: one for one in page.cosponsors}
            if offset >= page.total:
                return tuple(found.values())
            if not page.cosponsors:
                break
        raise CongressProblem(
            f"Congress.gov says that there are {page.total} cosponsors and lists {offset}."
        )

    def _ask(self, path: str, query: Mapping[str, str]) -> dict[str, Any]:
        full = {**query, "format": "json", "api_key": self.key}
        for attempt in range(1, self.attempts + 1):
            try:
                return self.get(self.base, path, full)
            except CongressProblem as problem:
                wait = problem.wait or FIRST_PAUSE * 2 ** (attempt - 1)
                if not problem.passing or attempt == self.attempts or wait > LONGEST_PAUSE:
                    raise
                self.pause(wait)
        raise CongressProblem("Congress.gov was not asked.")


def make_client(*, attempts: int = 4) -> Client:
    if not settings.CONGRESS_API_KEY:
        raise CongressProblem(
            "CONGRESS_API_KEY is not set; a key is free at https://api.congress.gov/sign-up/."
        )
    return Client(settings.CONGRESS_API_URL, settings.CONGRESS_API_KEY, attempts)
