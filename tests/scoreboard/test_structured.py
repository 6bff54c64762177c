import json

import pytest
from bs4 import BeautifulSoup

from tests.scoreboard.factories import make_bill, make_legislator

pytestmark = pytest.mark.django_db


def data_of(client, address):
    page = BeautifulSoup(client.get(address).text, "html.parser")
    return json.loads(page.select_one("script[type='application/ld+json']").string)


def test_person__for_machines(client):
    make_legislator("Ada Moreno", slug="ada", x_handle="SenMoreno", website="https://ada.gov")
    data = data_of(client, "/scoreboard/ada/")
    assert (data["@type"], data["name"]) == ("Person", "Ada Moreno")
    assert data["jobTitle"] == "Senator, Democrat, Oregon"
    assert data["url"].endswith("/scoreboard/ada/")
    assert data["sameAs"] == ["https://ada.gov", "https://x.com/SenMoreno"]


def test_person__a_name_cannot_end_the_element(client):
    make_legislator("</script><script>alert(1)//", slug="ada")
    assert data_of(client, "/scoreboard/ada/")["name"] == "</script><script>alert(1)//"


def test_list__is_a_data_set_with_its_files(client):
    make_bill()
    data = data_of(client, "/scoreboard/")
    assert data["@type"] == "Dataset"
    files = [file["contentUrl"].rpartition("/")[2] for file in data["distribution"]]
    assert files == ["legislators.csv", "legislators.json"]


def test_sitemap__the_list_the_states_and_who_is_in_office(client, settings):
    settings.BASE_URL = "https://ban.example"
    make_legislator(slug="ada")
    make_legislator(slug="old", state="VT", in_office=False)
    text = client.get("/sitemap.xml").text
    for path in ("", "or/", "ada/"):
        assert f"<loc>https://ban.example/scoreboard/{path}</loc>" in text
    assert "/scoreboard/old/" not in text and "/scoreboard/vt/" not in text


def test_sitemap__is_empty_of_us_before_the_first_import(client):
    assert "/scoreboard/" not in client.get("/sitemap.xml").text
