import io

import pytest
from django.core.management import CommandError, call_command

from scoreboard.models import Legislator, ZipDistrict
from tests.scoreboard.rosters import ROSTER

pytestmark = pytest.mark.django_db


def run(*arguments, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command(*arguments, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_import_legislators__the_last_line_counts(tmp_path):
    path = tmp_path / "roster.yaml"
    path.write_text(ROSTER)
    out, _ = run("import_legislators", str(path))
    assert out.splitlines()[-1] == "created: 3, updated: 0, retired: 0, unchanged: 0"


def test_import_legislators__a_dry_run_names_the_people(tmp_path):
    path = tmp_path / "roster.yaml"
    path.write_text(ROSTER)
    out, _ = run("import_legislators", str(path), "--dry-run")
    assert "created: Ruth Lindqvist" in out
    assert not Legislator.objects.exists()


def test_import_legislators__one_bad_line_and_nothing_is_imported(tmp_path):
    path = tmp_path / "roster.yaml"
    path.write_text(ROSTER.replace("last: Lindqvist, ", ""))
    with pytest.raises(
        CommandError, match=r"Nothing was imported. .*roster.yaml, line 19, name.last"
    ):
        run("import_legislators", str(path))
    assert not Legislator.objects.exists()


def test_import_legislators__what_is_left_out_is_told(tmp_path):
    path = tmp_path / "roster.yaml"
    path.write_text(ROSTER.replace("https://www.moreno.senate.gov/contact", "hhttps://x/y"))
    _, err = run("import_legislators", str(path))
    assert "Left out:" in err
    assert "contact_form" in err


def test_import_legislators__a_private_address_is_refused():
    with pytest.raises(CommandError, match="not on the public internet"):
        run("import_legislators", "https://127.0.0.1/legislators-current.json")


def test_import_districts__the_file_replaces_the_table(tmp_path):
    path = tmp_path / "zccd.csv"
    path.write_text("state_fips,state_abbr,zcta,cd\n50,VT,05401,0\n01,AL,35005,6\n")
    assert "created: 2, removed: 0, unchanged: 0" in run("import_districts", str(path))[0]
    path.write_text("state_fips,state_abbr,zcta,cd\n01,AL,35005,6\n01,AL,35005,7\n")
    assert "created: 1, removed: 1, unchanged: 1" in run("import_districts", str(path))[0]
    assert ZipDistrict.objects.count() == 2


def test_import_districts__one_bad_line_and_nothing_is_imported(tmp_path):
    path = tmp_path / "zccd.csv"
    path.write_text("state_fips,state_abbr,zcta,cd\n50,VT,05401,0\n50,VT,5401,0\n")
    with pytest.raises(CommandError, match=r"zccd.csv, line 3, zcta"):
        run("import_districts", str(path))
    assert not ZipDistrict.objects.exists()
