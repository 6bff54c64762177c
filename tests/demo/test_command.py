import io

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import CommandError, call_command

from home.demo.build import demo_is_wanted
from tests.demo.building import thumbnails

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = io.StringIO()
    with thumbnails():
        call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def test_command__prints_logins_once():
    first, second = run(), run()
    assert "Login: editor / " in first and "Login: moderator / " in first
    assert second == "made: 0\n"


def test_command__dry_run_writes_nothing():
    assert "organization mijente" in run("--dry-run")
    assert demo_is_wanted()


def test_command__dry_run_after_a_run_has_nothing_to_make():
    run()
    assert run("--dry-run") == "Nothing is written. To make: 0\n"


@pytest.mark.parametrize(
    ("text", "named"),
    [("bioguide\nX\n", "given_name"), ("", "line 1"), ("[" * 50, "line 1")],
)
def test_command__bad_roster_changes_nothing(tmp_path, text, named):
    roster = tmp_path / "bad.csv"
    roster.write_text(text)
    with pytest.raises(CommandError, match="Nothing was changed") as refused:
        run("--legislators", str(roster))
    assert "bad.csv" in str(refused.value) and named in str(refused.value)
    assert demo_is_wanted()


def test_command__refuses_another_site(home_page):
    with pytest.raises(CommandError, match="another site"):
        run()


def test_command__without_static_files_says_what_to_do(monkeypatch):
    monkeypatch.setattr(staticfiles_storage, "hashed_files", {}, raising=False)
    with pytest.raises(CommandError, match="collectstatic"):
        run()
    assert demo_is_wanted()
