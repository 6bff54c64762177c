"""How many people live in a place: `data/populations.csv`, which names its sources."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "populations.csv"


@cache
def populations() -> dict[str, int]:
    """By country code, or "US-" and the code of a state."""
    lines = FILE.read_text(encoding="ascii").splitlines()
    rows = [line.split(",") for line in lines if line and not line.startswith("#")]
    return {place: int(thousands) * 1000 for place, thousands in rows}
