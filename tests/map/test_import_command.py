from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from campaign_blocks.map.models import Place
from tests.map.factories import make_map

pytestmark = pytest.mark.django_db
LINES = "id,kind,name,state,latitude,longitude\na-1,ban,Oakland,CA,37.8,-122.27\n"


def run(path, *options, slug="faces"):
    out, err = StringIO(), StringIO()
    call_command("import_places", slug, str(path), *options, stdout=out, stderr=err)
    return out.getvalue()


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "places.csv"
    file.write_text(LINES)
    return file


def test_import_places__last_line_counts(path):
    make_map()
    assert run(path).splitlines()[-1] == "created: 1, updated: 0, unchanged: 0, skipped: 0"
    assert run(path).splitlines()[-1] == "created: 0, updated: 0, unchanged: 1, skipped: 0"


def test_import_places__dry_run(path):
    make_map()
    assert "Dry run: nothing was written." in run(path, "--dry-run")
    assert not Place.objects.exists()


def test_import_places__unknown_map_lists_the_known(path):
    make_map()
    with pytest.raises(CommandError, match=r"no map “nowhere”. Maps: faces\."):
        run(path, slug="nowhere")


def test_import_places__faults_name_file_line_and_field(path):
    make_map()
    path.write_text(LINES + "a-2,ban,Berkeley,CA,north,-122\n")
    err = StringIO()
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_places", "faces", str(path), stderr=err, stdout=StringIO())
    assert f"{path}, line 3, latitude: “north” is not" in err.getvalue()
    assert not Place.objects.exists()


def test_import_places__undo_takes_the_latest_back(path):
    make_map()
    run(path)
    assert "Would take back" in run(path, "--undo", "--dry-run") and Place.objects.exists()
    assert run(path, "--undo").splitlines()[-1] == "removed: 1, restored: 0, kept: 0"
    assert not Place.objects.exists()
    with pytest.raises(CommandError, match="could be taken back"):
        run(path, "--undo")
