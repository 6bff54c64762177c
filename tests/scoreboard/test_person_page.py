from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from scoreboard.models import Office, StanceChange
from tests.scoreboard.factories import make_bill, make_legislator, make_stance

pytestmark = pytest.mark.django_db


def test_person__a_supporter_is_thanked_with_evidence(client):
    person = make_legislator(
        "Ada Moreno", slug="ada-moreno", x_handle="SenMoreno", phone="202-224-1"
    )
    evidence = {
        "role": "sponsor",
        "evidence_url": "https://example.org/vote",
        "source": "The Record",
    }
    make_stance(make_bill(), person, **evidence)
    text = client.get("/scoreboard/ada-moreno/").text
    for words in ("Thank Sen. Moreno", "Sponsoring", "https://example.org/vote", "The Record"):
        assert words in text
    assert "Please" not in text


def test_person__everybody_else_is_asked_by_the_number_of_their_chamber(client):
    make_bill()
    make_legislator("Ruth Lind", slug="ruth", district=3)
    text = client.get("/scoreboard/ruth/").text
    assert "Ask Rep. Lind to sponsor" in text
    assert "H.R.7356" in text
    assert "S.4084" not in text
    assert "Thank" not in text


def test_person__without_account_no_dead_link_but_a_message(client):
    make_bill()
    make_legislator(slug="ada", phone="(202) 224-5141 ext. 3", contact_form="https://ada.gov/form")
    text = client.get("/scoreboard/ada/").text
    assert "x.com" not in text
    assert "tel:+12022245141" in text
    assert "https://ada.gov/form" in text
    assert "<copy-button" in text


def test_person__a_delegate_is_said_to_have_no_vote(client):
    make_bill()
    make_legislator(slug="del", state="DC", district=0, title="Del.")
    text = client.get("/scoreboard/del/").text
    assert "without a vote" in text
    assert "Ask Del. Moreno" in text


def test_person__who_left_office_is_not_asked_for_anything(client):
    make_bill()
    make_legislator(slug="old", in_office=False)
    text = client.get("/scoreboard/old/").text
    assert "No longer in office" in text
    assert 'id="write"' not in text


def test_person__neighbours_in_the_state(client):
    make_legislator("Aa Aa", slug="first")
    make_legislator("Bb Bb", slug="second")
    make_legislator("Cc Cc", slug="other", state="VT")
    text = client.get("/scoreboard/first/").text
    assert 'rel="next" href="/scoreboard/second/"' in text
    assert 'rel="prev"' not in text
    assert "/scoreboard/other/" not in text


def test_person__offices_at_home(client):
    person = make_legislator(slug="ada")
    Office.objects.create(legislator=person, key="k", city="Salem", phone="503-555-0100")
    assert "tel:+15035550100" in client.get("/scoreboard/ada/").text


def test_person__names_are_escaped(client):
    make_bill(title="<script>alert(1)</script>")
    make_legislator("<b>Ada</b> Moreno", slug="ada", x_handle="A")
    for address in ("/scoreboard/ada/", "/scoreboard/", "/embed/scoreboard/"):
        text = client.get(address).text
        assert "<b>Ada" not in text
        assert "<script>alert" not in text


@pytest.mark.parametrize("address", ["/scoreboard/nobody/", "/scoreboard/ada/?bill=s1-1"])
def test_person__unknown_is_not_found(client, address):
    make_legislator(slug="ada")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", [1, 50])
def test_person__queries_do_not_grow(client, number, django_assert_max_num_queries):
    make_bill()
    person = make_legislator(slug="ada")
    for place in range(number):
        make_legislator("More People")
        Office.objects.create(legislator=person, key=str(place), city="Salem")
    client.get("/scoreboard/ada/")
    with django_assert_max_num_queries(11):
        client.get("/scoreboard/ada/")


def test_person__photo_is_small_lazy_and_costs_one_query(client, django_assert_max_num_queries):
    photo = get_image_model().objects.create(title="Ada", file=get_test_image_file())
    make_legislator(slug="ada", photo=photo)
    client.get("/scoreboard/ada/")
    with django_assert_max_num_queries(12):
        html = client.get("/scoreboard/ada/").text
    image = BeautifulSoup(html, "html.parser").select_one(".person-photo img")
    assert (image["width"], image["height"], image["alt"]) == ("48", "48", "")
    assert image["loading"] == "lazy" and image["src"].endswith(".jpg")


def test_person__without_a_photo_no_empty_frame(client):
    make_legislator(slug="ada")
    assert "person-photo" not in client.get("/scoreboard/ada/").text


def test_person__photo_whose_file_is_lost_does_not_break_the_page(client):
    photo = get_image_model().objects.create(title="Ada", file=get_test_image_file())
    make_legislator(slug="ada", photo=photo)
    photo.file.storage.delete(photo.file.name)
    assert client.get("/scoreboard/ada/").status_code == 200


def test_person__an_old_address_leads_to_the_new_one(client):
    person = make_legislator(slug="ada-moreno")
    person.slug = "ada-moreno-diaz"
    person.save()
    response = client.get("/scoreboard/ada-moreno/")
    assert (response.status_code, response["Location"]) == (301, "/scoreboard/ada-moreno-diaz/")


def test_person__how_the_stance_changed_with_days_and_evidence(client):
    bill, person = make_bill(), make_legislator(slug="ada")
    steps = (("not_sponsoring", "opposes", "2020-01-02"), ("opposes", "supports", "2020-06-25"))
    for before, position, day in steps:
        StanceChange.objects.create(
            bill=bill,
            legislator=person,
            before=before,
            position=position,
            since=day,
            evidence_url=f"https://example.org/{day}",
            origin="staff",
        )
    make_stance(bill, person, "supports", since="2020-06-25")
    page = BeautifulSoup(client.get("/scoreboard/ada/").text, "html.parser")
    lines = [row.get_text(" ", strip=True) for row in page.select(".details ol .row")]
    assert lines[0] == "25 June 2020 Said they support it before: Opposes evidence"
    assert "Since 25 June 2020." in page.text


def test_person__terms_in_both_chambers(client):
    person = make_legislator(slug="ada")
    for number, seat in enumerate(("Oregon, 3rd district", "Oregon")):
        start, end = date(2001 + 6 * number, 1, 3), date(2007 + 6 * number, 1, 3)
        person.terms.create(
            chamber=person.chamber, key=seat, seat=seat, start=start, end=end, party="Democrat"
        )
        person.save()
    text = " ".join(client.get("/scoreboard/ada/").text.split())
    assert "2001–2007" in text and "Oregon, 3rd district" in text
