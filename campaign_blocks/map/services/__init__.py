"""Everything that changes maps and places."""

from campaign_blocks.map.services.importing import (
    ImportRefused,
    Outcome,
    Plan,
    carry_out,
    import_places,
    plan_import,
)
from campaign_blocks.map.services.maps import create_map
from campaign_blocks.map.services.undoing import NotUndoable, Undone, undo_import

__all__ = [
    "ImportRefused",
    "NotUndoable",
    "Outcome",
    "Plan",
    "Undone",
    "carry_out",
    "create_map",
    "import_places",
    "plan_import",
    "undo_import",
]
