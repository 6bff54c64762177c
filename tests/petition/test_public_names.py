"""First names and cities in public: asked for, let through, and never pointing at one person."""

import pytest
from wagtail.models import ModelLogEntry

from campaign_blocks.petition import recent
from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.models import Signature
from campaign_blocks.petition.panel import sign_panel
from campaign_blocks.petition.services.erase import erase_person
from campaign_blocks.petition.services.show_publicly import keep_out, let_through
from tests.petition.factories import make_petition, make_signature
from tests.petition.test_admin import editor, moderator  # noqa: F401  fixtures

LIST = "/admin/petition/public-names/"
NAMES = ["Ana", "Bo", "Cy", "Dee", "Eli"]


@pytest.fixture
def petition(db):
    return make_petition(ask_public=True)


def offer(petition, name="Ana", **values):
    facts = {"given_name": name, "city": "Oakland", "public": True, **values}
    return make_signature(petition, name=f"{name} Secretname", **facts)


def five(petition, **values):
    return [offer(petition, name, **values).pk for name in NAMES]


def page_of(client, petition):
    recent.kept_recent.forget()
    return client.get(petition.get_absolute_url()).content.decode()


def test_list__nobody_before_staff_looked(petition, client):
    five(petition)
    assert "Some of those who signed" not in page_of(client, petition)


def test_list__first_name_and_city_only(petition, client):
    let_through(ids=five(petition, comment="My comment", phone="+14155550199"))
    page = page_of(client, petition)
    for name in NAMES:
        assert f"{name} from Oakland" in page
    for secret in ("Secretname", "94110", "@example.org", "My comment", "4155550199"):
        assert secret not in page


def test_list__area_with_fewer_than_five_stays_out(petition, client):
    let_through(ids=five(petition)[:4])
    let_through(ids=[offer(petition, "Zoe", city="Smallville").pk])
    assert "Some of those who signed" not in page_of(client, petition)


def test_list__cities_of_one_name_in_two_countries_are_two(petition, client):
    ids = five(petition, city="Paris", country="FR")[:4]
    let_through(ids=[*ids, offer(petition, "Tex", city="Paris", country="US").pk])
    assert "from Paris" not in page_of(client, petition)


def test_list__case_makes_no_other_city(petition, client):
    let_through(ids=[*five(petition)[:4], offer(petition, "Eve", city="oakland").pk])
    assert "Eve from oakland" in page_of(client, petition)


@pytest.mark.parametrize(
    "change",
    [{"public": False}, {"state": "suspect"}, {"state": "invalidated"}, {"shown_at": None}],
)
def test_list__who_is_out_takes_nobody_below_five_along(petition, client, change):
    let_through(ids=five(petition))
    Signature.objects.filter(given_name="Ana").update(**change)
    assert "Some of those who signed" not in page_of(client, petition)


def test_list__erased_person_is_gone(petition, client):
    let_through(ids=[*five(petition), offer(petition, "Felicitas", email="fay@example.org").pk])
    assert "Felicitas from Oakland" in page_of(client, petition)
    erase_person(email="fay@example.org")
    assert "Felicitas" not in page_of(client, petition)


def test_list__off_by_default_and_switched_off_again(petition, client):
    let_through(ids=five(petition))
    type(petition).objects.update(ask_public=False)
    petition.refresh_from_db()
    petition.save()
    assert not make_petition().ask_public
    assert "Some of those who signed" not in page_of(client, petition)


def test_list__is_in_no_kept_page(petition):
    """The page's own cache holds a placeholder, so a name can be taken back in seconds."""
    let_through(ids=five(petition))
    panel = sign_panel(petition=petition, token=FormToken(petition_id=petition.pk))
    assert panel.recent.startswith("{slot petition.recent ")


def test_list__one_query(petition, django_assert_num_queries):
    let_through(ids=[*five(petition), *five(petition), *five(petition)])
    with django_assert_num_queries(1):
        assert len(recent.find_recent(petition.pk)) == recent.MOST_SHOWN


def test_let_through__only_those_who_still_offer(petition):
    ids = [offer(petition).pk, make_signature(petition).pk]
    Signature.objects.filter(pk=ids[0]).update(public=False)
    assert let_through(ids=ids) == 0


def test_keep_out__hides_and_asks_no_more(petition, moderator):  # noqa: F811
    ids = five(petition)
    let_through(ids=ids)
    assert keep_out(ids=ids[:1]) == 1
    assert "Ana</label>" not in moderator.get(LIST).content.decode()
    assert "Ana</label>" in moderator.get(f"{LIST}?look=kept_out").content.decode()


def test_desk__bulk_lets_through_and_logs_without_names(petition, moderator):  # noqa: F811
    ids = five(petition)
    answer = moderator.post(LIST, {"ids": ids[:3], "do": "let_through"}, follow=True)
    assert "3 names changed." in answer.content.decode()
    assert Signature.objects.filter(shown_at__isnull=False).count() == 3
    entry = ModelLogEntry.objects.get(action="petition.let_names_through")
    assert (entry.data, entry.user.username) == ({"count": 3}, "staff")


def test_desk__editors_see_no_names(petition, editor):  # noqa: F811
    offer(petition)
    answer = editor.get(LIST, follow=True)
    assert "Ana</label>" not in answer.content.decode()
    assert editor.post(LIST, {"ids": [1], "do": "let_through"}).status_code in (302, 403)
    assert not Signature.objects.filter(shown_at__isnull=False).exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"ids": ["x", "-1", "1e9", "9" * 30, "\u0663"], "do": "let_through"},
        {"ids": ["1"], "do": "x"},
    ],
)
def test_desk__nonsense_changes_nothing(petition, moderator, data):  # noqa: F811
    offer(petition)
    answer = moderator.post(LIST, data, follow=True)
    assert "Tick the names that you mean" in answer.content.decode()
    assert not Signature.objects.filter(shown_at__isnull=False).exists()


@pytest.mark.parametrize("query", ["look=x", "petition=x", "petition=999", "page=x", "page=-1"])
def test_desk__nonsense_in_the_address(petition, moderator, query):  # noqa: F811
    assert moderator.get(f"{LIST}?{query}").status_code == 200


@pytest.mark.parametrize("rows", [1, 50])
def test_desk__queries_do_not_grow(
    petition,
    moderator,  # noqa: F811
    django_assert_max_num_queries,
    rows,
):
    for number in range(rows):
        offer(petition, f"N{number}")
    moderator.get(LIST)  # the first visit of a process asks for permissions, too
    with django_assert_max_num_queries(16):
        moderator.get(LIST)
