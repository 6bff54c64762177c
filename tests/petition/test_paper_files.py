"""Every bad file is refused with its line and field, and nothing of it is stored."""

import time

import pytest

from campaign_blocks.petition.models import PaperRow, Signature
from campaign_blocks.petition.paper.checking import check
from tests.hostile.paper_files import ACCEPTED, CELLS, REFUSED


@pytest.mark.parametrize(("name", "body", "words"), REFUSED, ids=[one[0] for one in REFUSED])
def test_check__bad_file_is_named_for_what_it_is(petition, name, body, words):
    begun = time.process_time()
    found = check(petition, body)
    assert [one for one in found.problems if words in str(one)], list(map(str, found.problems))[:3]
    assert not Signature.objects.exists()
    assert not PaperRow.objects.exists()
    if name != "100,001 rows":
        assert time.process_time() - begun < 1


@pytest.mark.parametrize(("column", "cell"), CELLS)
def test_check__bad_cell_is_named_by_line_and_column(petition, column, cell):
    cells = {"name": "Ana Ruiz", "email": "ana@example.org", "postal_code": "94110", column: cell}
    row = ",".join('"' + value.replace('"', '""') + '"' for value in cells.values())
    good = "Bo,bo@example.org,94110" + "," * (len(cells) - 3)
    body = f"{','.join(cells)}\n{good}\n{row}\n".encode()
    (problem,) = check(petition, body).problems
    assert (problem.line, problem.field) == (3, column)
    assert cell == "" or len(cell) < 3 or cell not in problem.message


@pytest.mark.parametrize(("name", "body"), ACCEPTED, ids=[one[0] for one in ACCEPTED])
def test_check__good_file(petition, name, body):
    found = check(petition, body)
    assert [str(one) for one in found.problems] == []
    assert found.new == 1


def test_check__ten_million_rows_are_cut_early(petition):
    """What is above the limit of bytes is not even decoded."""
    body = b"name\n" + b"a\n" * 10_000_000
    begun = time.process_time()
    (problem,) = check(petition, body).problems
    assert "10 MB" in problem.message
    assert time.process_time() - begun < 0.1
