import csv
import io

import pytest

from scoreboard.cells import safe_cell
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


def test_json__the_same_people_and_filters_as_the_page(client):
    bill = make_bill()
    make_stance(bill, make_legislator("Sen Blue", x_handle="SenBlue", slug="blue"), role="sponsor")
    make_legislator("Rep Red", district=3)
    data = client.get("/scoreboard/legislators.json?stance=sponsoring").json()
    (person,) = data["legislators"]
    assert (data["count"], data["bill"]["label"]) == (1, "S.4084 / H.R.7356")
    assert (person["stance"], person["role"], person["x"]) == ("sponsoring", "sponsor", "SenBlue")
    assert person["url"].endswith("/scoreboard/blue/")


@pytest.mark.parametrize("name", ["legislators.json", "legislators.csv"])
def test_data__public_for_every_site_but_not_with_a_zip_code(client, name):
    make_bill()
    response = client.get(f"/scoreboard/{name}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"].startswith("public")
    assert client.get(f"/scoreboard/{name}?zip=97214")["Cache-Control"] == "private, no-store"


def test_csv__one_row_per_person(client):
    make_legislator("Ada Moreno", phone="202-224-5141")
    rows = list(csv.DictReader(io.StringIO(client.get("/scoreboard/legislators.csv").text)))
    assert [(row["name"], row["phone"], row["state"]) for row in rows] == [
        ("Ada Moreno", "202-224-5141", "OR")
    ]


def test_csv__no_cell_is_a_formula(client):
    make_legislator("=HYPERLINK(1) Moreno", phone="+1 202")
    row = client.get("/scoreboard/legislators.csv").text.splitlines()[1]
    assert "'=HYPERLINK" in row
    assert "'+1 202" in row


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@x", "\t1", "\r1", "\n1", " =1", '"=1', "＝1", "＋1", "－1", "＠x"]
)
def test_safe_cell__every_kind_of_formula(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ada", "1-2", "O'Brien", "", "202-224-5141"])
def test_safe_cell__ordinary_text_stays(text):
    assert safe_cell(text) == text


@pytest.mark.parametrize("name", ["legislators.json", "legislators.csv"])
@pytest.mark.parametrize("number", [1, 50])
def test_data__queries_do_not_grow(client, name, number, django_assert_max_num_queries):
    make_bill()
    for _ in range(number):
        make_legislator()
    with django_assert_max_num_queries(9):
        client.get(f"/scoreboard/{name}?zip=97214")
