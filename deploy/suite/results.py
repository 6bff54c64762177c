"""What pytest counted, added up over the runs."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Totals:
    stats: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def add(self, title: str, exit_code: int, results: Path) -> None:
        """5 is pytest's word for a run without any test, 1 for one with failures."""
        if results.exists():
            counted = json.loads(results.read_text())
            self.stats.update(counted["stats"])
            self.missing.update(counted["missing"])
        elif exit_code != 5:
            self.broken.append(f"{title}: pytest ended with {exit_code} before it counted")
        if exit_code not in (0, 1, 5):
            self.broken.append(f"{title}: pytest ended with {exit_code}")

    @property
    def failed(self) -> int:
        return self.stats["failed"] + self.stats["error"]

    def lines(self) -> list[str]:
        """The report; its last line is the sum."""
        said = [f"missing service: {name}: {n} tests left out" for name, n in self.missing.items()]
        said += self.broken
        said.append(
            f"{self.stats['passed']} passed, {self.failed} failed, {self.stats['skipped']} skipped"
        )
        return said
