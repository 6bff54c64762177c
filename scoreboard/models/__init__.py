from scoreboard.models.action_count import ActionCount
from scoreboard.models.bill import Bill
from scoreboard.models.bill_number import BillNumber
from scoreboard.models.correction import Correction, CorrectionState, CorrectionSubject
from scoreboard.models.former_address import FormerAddress
from scoreboard.models.import_run import ImportedChange, ImportFile, ImportRun, ImportState
from scoreboard.models.legislator import Legislator
from scoreboard.models.legislature import Chamber, Legislature
from scoreboard.models.office import Office
from scoreboard.models.script import Script
from scoreboard.models.script_set import ScriptSet
from scoreboard.models.share_image import ShareImage
from scoreboard.models.stance import Stance
from scoreboard.models.stance_change import StanceChange
from scoreboard.models.term import Term
from scoreboard.models.vacancy import Vacancy
from scoreboard.models.zip_district import ZipDistrict

__all__ = [
    "ActionCount",
    "Bill",
    "BillNumber",
    "Chamber",
    "Correction",
    "CorrectionState",
    "CorrectionSubject",
    "FormerAddress",
    "ImportFile",
    "ImportRun",
    "ImportState",
    "ImportedChange",
    "Legislator",
    "Legislature",
    "Office",
    "Script",
    "ScriptSet",
    "ShareImage",
    "Stance",
    "StanceChange",
    "Term",
    "Vacancy",
    "ZipDistrict",
]
