from campaign_blocks.kit import versions
from scoreboard.models import (
    Bill,
    BillNumber,
    Chamber,
    Legislator,
    Office,
    Script,
    Stance,
    Term,
    Vacancy,
)

FAMILY = "scoreboard"


def connect() -> None:
    """Pages that show the scoreboard are renewed by any change of what it shows."""
    versions.bump_on_save(
        Bill,
        BillNumber,
        Chamber,
        Legislator,
        Office,
        Script,
        Stance,
        Term,
        Vacancy,
        family=FAMILY,
    )
