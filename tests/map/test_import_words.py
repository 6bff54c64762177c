"""Whatever an import says can be translated: seen through a made-up language."""

import json
import re

import pytest
from django.urls import reverse
from django.utils import translation

from campaign_blocks.map.imports.rows import COLUMNS
from campaign_blocks.map.services import ImportRefused
from campaign_blocks.map.services.importing import plan_import
from tests.map.factories import make_map, make_place

pytestmark = pytest.mark.django_db
LINK = "https://example.org/news"
ROW = {"kind": "ban", "name": "Oakland", "city": "Oakland", "state": "CA", "source_url": LINK}
# Field names and what the file says itself stay as they are.
BAD_ROWS = [
    {"kind": "nonsense"},
    {"state": "XX"},
    {"country": "XXX"},
    {"status": "dancing"},
    {"start_date": "27/27/2012"},
    {"start_date": "yesterday"},
    {"start_date": "2020", "status_date": "2019"},
    {"latitude": "37,77", "longitude": "-122"},
    {"latitude": "37°46'", "longitude": "-122"},
    {"latitude": "abc-", "longitude": "-122"},
    {"latitude": "99", "longitude": "-122"},
    {"latitude": "37", "longitude": "-190"},
    {"latitude": "-122.27", "longitude": "37.8"},
    {"latitude": "-75.1", "longitude": "40.1"},
    {"source_url": "javascript:alert(1)"},
    {"name": "x" * 300},
    {"name": ""},
]
BAD_FILES = [
    "",
    "a,b\n1,2\n",
    "kind,name\nban,Oakland,CA\n",
    'kind,name\nban,"Oakland\n',
    "kind,name\nban," + "x" * 40_000 + "\n",
    ",".join(f"c{n}" for n in range(300)) + "\n",
    "{",
    "[]",
    json.dumps({"features": [1]}),
    json.dumps({"features": [{"properties": {}, "geometry": {"type": "LineString"}}]}),
]


@pytest.fixture
def faces():
    return make_map()


@pytest.fixture
def made_up(monkeypatch):
    """A language in which every sentence stands in brackets."""
    translation.gettext("")  # the real one is in place now

    def said(message):
        return f"⟦{message}⟧"

    monkeypatch.setattr(translation._trans, "gettext", said)
    monkeypatch.setattr(translation._trans, "pgettext", lambda context, message: said(message))
    monkeypatch.setattr(translation._trans, "ngettext", lambda one, many, n: said(many))


def sheet(**values):
    row = {**ROW, **values}
    names = [name for name in COLUMNS if name in row]
    return ",".join(names) + "\n" + ",".join(f'"{row[name]}"' for name in names) + "\n"


def problems(map_, text):
    with pytest.raises(ImportRefused) as refused:
        plan_import(map=map_, text=text)
    return refused.value.problems


def english_in(text):
    """What is left of a message without its translated sentences."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return re.findall(r"[A-Za-z]+", text)


@pytest.mark.parametrize("values", BAD_ROWS, ids=lambda values: " ".join(values))
def test_errors__of_rows_hold_no_raw_english(made_up, faces, values):
    for problem in problems(faces, sheet(**values)):
        assert english_in(problem.message) == []
        assert english_in(str(problem)) == [problem.field] or "_" in problem.field


@pytest.mark.parametrize("text", BAD_FILES)
def test_errors__of_files_hold_no_raw_english(made_up, faces, text):
    (problem,) = problems(faces, text)
    assert english_in(str(problem)) == []


def test_notes__of_the_preview_hold_no_raw_english(made_up, faces):
    make_place(faces, kind="ban", name="Oakland", city="Oakland", external_id="a-1")
    text = sheet(id="b-1") + '"b-2","ban","Nowhere","Nowhere town","CA","https://e.org"\n'
    notes = plan_import(map=faces, text=text).notes
    assert len(notes) == 2
    assert [english_in(note.message) for note in notes] == [[], []]


def test_page__of_a_refused_file_is_translated(editor_client, faces, made_up, tmp_path):
    file = tmp_path / "places.csv"
    file.write_text(sheet(state="XX"))
    with file.open("rb") as sent:
        address = reverse("map_imports:list")
        answer = editor_client.post(address, {"map": faces.pk, "file": sent})
    page = answer.content.decode()
    assert "⟦“XX” is not a state: write its two letters, such as CA.⟧" in page
    assert "⟦What is wrong⟧" in page and "put them right in the file" in page
