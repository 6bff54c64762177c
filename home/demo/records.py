"""What one stage of the demo made and a later one refers to."""

from dataclasses import dataclass, field


@dataclass
class Records:
    images: dict[str, int] = field(default_factory=dict)
    alts: dict[str, str] = field(default_factory=dict)
    logos: dict[str, int] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    petition_id: int = 0
    signup_id: int = 0
    map_id: int = 0
    bill_id: int = 0
    page_id: int = 0
    made: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        """Says that something was made; an empty list at the end means nothing changed."""
        self.made.append(what)
