"""The layout of the Atlas of Surveillance: agencies and their technologies, without coordinates."""

from campaign_blocks.map.imports.rows import Row

HEADER = {"AOSNUMBER", "City", "State", "Agency", "Technology", "Link 1"}


def to_row(line: int, cells: dict[str, str]) -> Row:
    """The technology is the kind; technologies that the map has no kind for are left out."""
    return Row(
        line,
        {
            "id": cells["AOSNUMBER"],
            "kind": cells["Technology"],
            "name": cells["Agency"],
            "city": cells["City"],
            "state": cells["State"],
            "status": "active",
            "start_date": cells.get("Link 1 Date", ""),
            "scope": cells.get("Type of LEA", ""),
            "description": cells.get("Summary", ""),
            "source": cells.get("Link 1 Source", "") or "Atlas of Surveillance",
            "source_url": cells["Link 1"],
            "verified": "yes",
        },
        optional_kind=True,
    )
