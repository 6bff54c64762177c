import pytest

from scoreboard.lookup import look_up
from scoreboard.models import ZipDistrict
from scoreboard.targets import find_targets
from scoreboard.zip_states import five_digits, state_of
from tests.scoreboard.factories import make_legislator


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("02139", "02139"),
        ("02139-4307", "02139"),
        ("021394307", "02139"),
        (" 02 139 ", "02139"),
        ("０２１３９", "02139"),
        ("2139", ""),
        ("٠٢١٣٩", ""),
        ("02139x", ""),
        ("", ""),
        ("9" * 100_000, ""),
    ],
)
def test_five_digits__what_people_type(words, code):
    assert five_digits(words) == code


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("94110", "CA"),
        ("20001", "DC"),
        ("00901", "PR"),
        ("00801", "VI"),
        ("96910", "GU"),
        ("96950", "MP"),
        ("96799", "AS"),
        ("06390", "NY"),
        ("05501", "MA"),
        ("73301", "TX"),
        ("00000", ""),
        ("09001", ""),
        ("96960", ""),
    ],
)
def test_state_of__territories_exceptions_and_nowhere(code, state):
    assert state_of(code) == state


@pytest.mark.django_db
class TestTargets:
    def names(self, code, country="US"):
        return [t.name for t in find_targets(postal_code=code, country=country)]

    def test_find_targets__without_a_table_everybody_of_the_state(self):
        make_legislator("Sen A")
        make_legislator("Rep B", district=3)
        make_legislator("Rep C", district=5)
        make_legislator("Rep D", state="VT", district=0)
        assert self.names("97214") == ["Sen A", "Rep B", "Rep C"]

    def test_find_targets__with_a_table_only_the_districts(self):
        make_legislator("Sen A")
        make_legislator("Rep B", district=3)
        make_legislator("Rep C", district=5)
        ZipDistrict.objects.create(postal_code="97214", state="OR", district=3)
        assert self.names("97214") == ["Sen A", "Rep B"]

    def test_find_targets__a_district_that_the_roster_does_not_know_hides_nobody(self):
        make_legislator("Rep B", district=3)
        ZipDistrict.objects.create(postal_code="97214", state="OR", district=6)
        assert self.names("97214") == ["Rep B"]

    def test_find_targets__a_code_in_two_states(self):
        make_legislator("Sen A")
        make_legislator("Sen W", state="WA")
        for state in ("OR", "WA"):
            ZipDistrict.objects.create(postal_code="97635", state=state, district=1)
        assert self.names("97635") == ["Sen A", "Sen W"]

    def test_find_targets__nobody_abroad_or_for_an_unknown_code(self):
        make_legislator("Sen A")
        assert self.names("97214", country="FR") == self.names("00000") == []

    def test_find_targets__the_retired_are_not_asked(self):
        make_legislator("Sen A", in_office=False)
        assert self.names("97214") == []

    def test_look_up__one_query(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            assert look_up("97214-1234").state_names == ["Oregon"]
