import pytest
from bs4 import BeautifulSoup

from campaign_blocks.kit.registry import campaign_blocks
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db
EVERYBODY = ["Sponsor A", "Friend B", "Other C"]


@pytest.fixture
def people():
    bill = make_bill()
    make_stance(bill, make_legislator("Sponsor A"))
    make_stance(bill, make_legislator("Friend B", district=3), "supports")
    make_legislator("Other C", state="VT", district=0)
    return bill


def block(**value):
    made = campaign_blocks()["scoreboard"]
    return made.render(made.to_python(value))


def names(html):
    return [name for name in EVERYBODY if name in html]


@pytest.mark.parametrize(
    ("show", "listed"),
    [
        ("", EVERYBODY),
        ("sponsors", ["Sponsor A"]),
        ("friends", ["Sponsor A", "Friend B"]),
        ("house", ["Friend B", "Other C"]),
        ("mine", []),
        ("nonsense", EVERYBODY),
    ],
)
def test_show__the_section_and_the_frame_list_the_same(client, people, show, listed):
    assert names(block(show=show)) == listed
    assert names(client.get(f"/embed/scoreboard/?show={show}").text) == listed


@pytest.mark.parametrize("show", ["sponsors", "friends", "mine"])
def test_show__the_numbers_are_those_of_all(people, show):
    words = "1 sponsors the bill, 1 said they support it, 1 does not sponsor it."
    assert words in block(show=show)


def test_show__mine_lists_the_visitors_own_after_a_zip_code(client, people):
    assert names(client.get("/embed/scoreboard/?show=mine").text) == []
    assert names(client.get("/embed/scoreboard/?show=mine&zip=05602").text) == ["Other C"]


def test_show__of_a_given_bill(people):
    other = make_bill_of("s1-117")
    html = block(bill=other.pk, show="sponsors")
    assert "Sponsor A" not in html
    hidden = BeautifulSoup(html, "html.parser").select_one("form.finder input[name=bill]")
    assert hidden["value"] == "s1-117"


def make_bill_of(slug):
    from scoreboard.models import Bill

    return Bill.objects.create(legislature=Bill.objects.get().legislature, slug=slug, title="New")
