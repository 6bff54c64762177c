from scoreboard.models.bill import Bill, BillNumber
from scoreboard.models.legislator import Legislator
from scoreboard.models.legislature import Chamber, Legislature
from scoreboard.models.office import Office
from scoreboard.models.stance import Stance
from scoreboard.models.vacancy import Vacancy
from scoreboard.models.zip_district import ZipDistrict

__all__ = [
    "Bill",
    "BillNumber",
    "Chamber",
    "Legislator",
    "Legislature",
    "Office",
    "Stance",
    "Vacancy",
    "ZipDistrict",
]
