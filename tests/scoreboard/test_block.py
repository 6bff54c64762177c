import gzip

import pytest

from campaign_blocks.kit import versions
from campaign_blocks.kit.registry import campaign_blocks
from scoreboard.models import Legislator
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


def render(**value):
    block = campaign_blocks()["scoreboard"]
    return block.render(block.to_python(value))


def test_block__shows_everybody_with_a_word_for_each_stance():
    bill = make_bill()
    make_stance(bill, make_legislator("Sen Blue", x_handle="SenBlue"))
    make_legislator("Rep Red", district=3)
    html = render(heading="Congressional Scoreboard", bill=bill.pk)
    for words in ("Congressional Scoreboard</h2>", "Sen Blue", "Sponsoring", "Not sponsoring"):
        assert words in html
    assert "1 of 2 support it" in html
    assert "Thank on X" in html


@pytest.mark.parametrize(
    ("show", "names"),
    [("", "AB"), ("senate", "A"), ("house", "B"), ("friends", "B")],
)
def test_block__shows_whom_the_editor_chose(show, names):
    bill = make_bill()
    make_legislator("Member A")
    make_stance(bill, make_legislator("Member B", district=3))
    html = render(show=show)
    assert [name for name in "AB" if f"Member {name}" in html] == list(names)


@pytest.mark.parametrize("value", [{}, {"bill": None, "intro": None}, {"bill": 999}, {"show": "x"}])
def test_block__half_empty_still_renders(value):
    assert "Find mine" in render(**value)


def test_block__the_zip_code_goes_to_the_scoreboard_without_script():
    html = render()
    assert 'method="get"' in html
    assert 'action="/scoreboard/#find-mine"' in html
    assert "csrf" not in html


def test_block__preview_without_any_record():
    block = campaign_blocks()["scoreboard"]
    value = block.get_preview_value()
    context = block.get_preview_context(value, {})
    html = block.render(value, context)
    assert "Ada Moreno" in html
    assert "Congressional scoreboard" in html


@pytest.mark.parametrize("number", [1, 50])
def test_block__four_queries(number, django_assert_max_num_queries):
    bill = make_bill()
    for _ in range(number):
        make_legislator(x_handle="A")
    render()
    with django_assert_max_num_queries(4):
        render(bill=bill.pk)


def test_block__537_people_weigh_less_than_18_kilobytes(shared_data):
    from scoreboard.imports.gather import gather
    from scoreboard.imports.writer import write_roster

    write_roster(gather([str(shared_data / "us-legislators" / "2020-06-21")]))
    make_bill(short_title="Facial Recognition Moratorium Act")
    html = render(heading="Congressional Scoreboard")
    assert html.count("<li>") == 541
    assert len(gzip.compress(html.encode(), 6)) < 18_000


def test_versions__every_change_of_the_scoreboard_renews_pages():
    bill, person = make_bill(), make_legislator()
    seen = {versions.read(["scoreboard"])["scoreboard"]}
    changes = (
        lambda: make_stance(bill, person),
        lambda: Legislator.objects.get(pk=person.pk).save(),
        lambda: bill.save(),
        lambda: person.delete(),
    )
    for change in changes:
        change()
        seen.add(versions.read(["scoreboard"])["scoreboard"])
    assert len(seen) == 5


def test_versions__an_import_renews_pages():
    from tests.scoreboard.test_writer import roster, write_roster

    before = versions.read(["scoreboard"])
    write_roster(roster())
    assert versions.read(["scoreboard"]) != before
