"""Which question leads a visitor to their own: a ZIP code, or the name of their electorate."""

from scoreboard.forms import AreaForm, ZipForm
from scoreboard.lookup import Lookup
from scoreboard.models import Bill

WITH_ZIP_CODES = "US"


def finder_for(
    bill: Bill | None, lookup: Lookup | None = None, action: str = "", chosen: str = ""
) -> ZipForm | AreaForm:
    """`chosen` is the bill that an address or a section names, to be named again."""
    if bill is not None and not has_zip_codes(bill):
        return AreaForm(action=action, bill=bill.slug)
    return ZipForm(typed(lookup), action=action, bill=chosen)


def has_zip_codes(bill: Bill | None) -> bool:
    """A bill with the number of a Congress is American without asking the database."""
    if bill is None or bill.congress is not None:
        return True
    return bill.legislature.country == WITH_ZIP_CODES


def typed(lookup: Lookup | None) -> dict[str, str] | None:
    """What stands in the field again; a district was not typed there."""
    return {"zip": lookup.postal_code} if lookup and lookup.by != "district" else None
