import pytest

from scoreboard.imports.documents import read_items
from scoreboard.imports.problems import ImportProblem


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# a comment\n- {a: 1}\n-\n  a: 2\n", [2, 4]),
        ('[{"a": 1},\n\n {"a": "]["}]', [1, 3]),
        ('\ufeff[\n{"a": 1}\n]', [2]),
    ],
)
def test_read_items__each_record_knows_its_line(text, lines):
    assert [item.line for item in read_items(text, source="f")] == lines


def test_line_of__finds_a_field_inside_a_yaml_record():
    (item,) = read_items("- name:\n    first: Ada\n    last: Moreno\n", source="f")
    assert item.line_of(("name", "last")) == 3


def test_line_of__a_missing_field_is_where_its_record_is():
    (item,) = read_items("-\n  name:\n    first: Ada\n", source="f")
    assert item.line_of(("name", "last")) == 3


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- {a: 1}\n- {b: [1\n", "line 3"),
        ('[{"a": 1},\n{"a": }]', "line 2"),
        ("- a: 1\n- b: \0\n", "line 2"),
        ("a: 1\n", "line 1"),
        ('{"a": 1}', "line 1"),
        ("", "line 1"),
        ("[]", "line 1"),
        ("- !!python/object/apply:os.system [id]\n", "line 1"),
        ("- a: b: c\n", "line 1"),
        ("[" * 100_000, "line 1"),
        ("- " + "{a: " * 100_000, "line 1"),
        ('[{"a": ' + "9" * 10_000 + "}]", "line 1"),
    ],
)
def test_read_items__a_broken_file_names_the_line(text, place):
    with pytest.raises(ImportProblem, match=place):
        read_items(text, source="roster")


def test_read_items__shared_anchors_do_not_multiply():
    bomb = "- &a [x, x, x, x, x, x, x, x]\n"
    for number, name in enumerate("bcdefghij"):
        above = "abcdefghij"[number]
        bomb += f"- &{name} [{', '.join([f'*{above}'] * 8)}]\n"
    with pytest.raises(ImportProblem, match="line 2"):
        read_items(bomb, source="roster")
