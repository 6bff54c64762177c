from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from campaign_blocks.kit.progress import ProgressBar, ticking


class Terminal(StringIO):
    def isatty(self):
        return True


def shown(written):
    """What is left on the line, as a terminal shows it."""
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip()


def test_bar__is_silent_without_a_terminal():
    out = StringIO()
    with ProgressBar(OutputWrapper(out), "Reading") as bar:
        assert list(ticking("abc", bar)) == ["a", "b", "c"]
    assert out.getvalue() == ""


def test_bar__grows_on_a_terminal_and_is_wiped():
    out = Terminal()
    with ProgressBar(OutputWrapper(out), "Reading") as bar:
        assert list(ticking("abc", bar)) == ["a", "b", "c"]
        assert "Reading [####################..........]  67%" in out.getvalue()
        assert shown(out.getvalue()).endswith("100%")
    assert shown(out.getvalue()) == ""


def test_bar__is_wiped_before_an_error_is_told():
    out = Terminal()
    with pytest.raises(ValueError), ProgressBar(OutputWrapper(out), "Reading") as bar:
        for item in ticking("1x", bar):
            int(item)
    assert "50%" in out.getvalue() and shown(out.getvalue()) == ""


def test_bar__draws_again_only_what_changed():
    out = Terminal()
    with ProgressBar(OutputWrapper(out), "Reading") as bar:
        list(ticking(range(5000), bar))
    assert out.getvalue().count("\r") < 150


def test_bar__nothing_to_do_is_done():
    out = Terminal()
    with ProgressBar(OutputWrapper(out), "Reading") as bar:
        assert list(ticking([], bar)) == []
    assert "100%" in out.getvalue()


@pytest.mark.django_db
def test_orphan_blocks__shows_a_bar_and_leaves_only_its_report(page):
    out = Terminal()
    call_command("orphan_blocks", stdout=out)
    assert "Looking [##############################] 100%" in out.getvalue()
    assert shown(out.getvalue()) == "Every stored section belongs to an installed plugin."


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["import_districts", "import_legislators"])
def test_import__a_faulty_file_leaves_no_bar_behind(tmp_path, command):
    path = tmp_path / "faulty.csv"
    path.write_text("state_abbr,zcta,cd\nVT,05401,0\nVT,5401,0\n")
    out = Terminal()
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command(command, str(path), stdout=out)
    assert "Reading [" in out.getvalue() and shown(out.getvalue()) == ""
