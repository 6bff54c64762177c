import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from campaign_blocks.kit.doors import SearchHit, SearchSource
from home.models import StandardPage
from tests.organizations.factories import make_organization
from tests.search.hostile import HOSTILE

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home_page):
    return home_page.add_child(
        instance=StandardPage(
            title="Body cameras", slug="body-cameras", search_description="What they record."
        )
    )


def ask(client, words, **more):
    response = client.get("/search/", {"q": words, **more})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def links(soup):
    return {link.get_text(strip=True): link["href"] for link in soup.select(".rows a")}


def test_page__is_found_with_its_summary(client, index, page):
    index(page)
    soup = ask(client, "cameras")
    assert links(soup) == {"Body cameras": "/body-cameras/"}
    assert "What they record." in soup.select_one(".rows").text


def test_results__are_grouped_by_kind_with_counts(client, index, page):
    index(page, make_organization("Cameras Watch"), make_organization("Stop Cameras"))
    headings = [" ".join(h.text.split()) for h in ask(client, "cameras").select("h3")]
    assert headings == ["Pages (1)", "Organizations (2)"]


def test_results__total_stands_in_the_heading(client, index, page):
    index(page, make_organization("Cameras Watch"))
    assert " ".join(ask(client, "cameras").h2.text.split()) == "2 results for “cameras”"


def test_long_group__shows_eight_and_leads_to_the_rest(client, index, home_page):
    index(*[make_organization(f"Cameras {number}") for number in range(12)])
    soup = ask(client, "cameras")
    assert len(soup.select(".row")) == 8
    more = soup.select_one(".rows + p a")["href"]
    rest = BeautifulSoup(client.get("/search/" + more).content, "html.parser")
    assert len(rest.select(".row")) == 12


def test_very_long_group__says_more_than_fifty(client, index, home_page):
    index(*[make_organization(f"Cameras {number}") for number in range(52)])
    assert "more than 50" in ask(client, "cameras").h3.text


def test_organization__without_address_is_no_dead_link(client, index, home_page):
    index(make_organization("Nameless Cameras"))
    assert links(ask(client, "cameras")) == {}


def test_draft__is_not_found(client, index, page):
    page.unpublish()
    index(page)
    assert "Nothing found" in ask(client, "cameras").h2.text


def test_private_page__is_not_found(client, index, page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    index(page)
    assert "Nothing found" in ask(client, "cameras").h2.text


def test_no_words__asks_for_some(client, home_page):
    soup = ask(client, "")
    assert soup.select_one("#found").text == "What are you looking for?"
    assert soup.select(".row") == []


def test_nothing_found__says_so_and_keeps_the_words(client, home_page):
    soup = ask(client, "zeppelin")
    assert "zeppelin" in soup.h2.text and soup.select_one("#q")["value"] == "zeppelin"


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words__answer_200_and_stay_text(client, home_page, words):
    soup = ask(client, words.encode("utf-8", "surrogatepass"))
    assert len(soup.select_one("#q")["value"]) <= 200
    assert not soup.select("main script")


@pytest.mark.parametrize(
    "query",
    ["kind=nothing", "page=-1", "page=1000000000", "order_by=password", "q[]=a", "q=%ff%fe"],
)
def test_hostile_parameters__answer_200(client, home_page, query):
    assert client.get(f"/search/?q=ban&{query}").status_code == 200


def test_answer__sets_no_cookie_and_may_be_cached(client, home_page):
    response = client.get("/search/?q=ban")
    assert "public" in response["Cache-Control"] and not response.cookies


def test_answer__asks_engines_not_to_list_it(client, home_page):
    assert "noindex" in ask(client, "ban").find("meta", {"name": "robots"})["content"]


def test_post__is_refused(client, home_page):
    assert client.post("/search/", {"q": "ban"}).status_code == 405


@pytest.mark.parametrize("number", [1, 50])
def test_queries__are_as_many_for_one_as_for_fifty(
    client, index, home_page, number, django_assert_max_num_queries
):
    index(*[make_organization(f"Cameras {one}") for one in range(number)])
    ask(client, "cameras")
    with django_assert_max_num_queries(20):
        ask(client, "cameras")


def test_source_of_a_stranger__is_asked_and_shown(client, home_page, hooks_for):
    hit = SearchHit("How should we ban it?", "/polls/1/", "A poll", "polls")
    hooks_for("register_search_source", lambda: SearchSource("polls", "Polls", lambda q, n: [hit]))
    assert links(ask(client, "ban")) == {"How should we ban it?": "/polls/1/"}
