from dataclasses import dataclass, field


@dataclass(slots=True)
class Changes:
    """What an import did, or would do, by the names of the people."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    unchanged: int = 0

    def __str__(self) -> str:
        return (
            f"created: {len(self.created)}, updated: {len(self.updated)}, "
            f"retired: {len(self.retired)}, unchanged: {self.unchanged}"
        )
