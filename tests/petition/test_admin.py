import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campaign_blocks.kit.spreadsheet import as_typed, safe_cell
from campaign_blocks.petition.models import Petition, Signature
from tests.hostile.lists import entries
from tests.petition.factories import make_organization, make_petition, make_signature

INDEX = "/admin/petition/signature/"


def staff(client, django_user_model, group):
    user = django_user_model.objects.create_user("staff", "s@example.org", "pass-word-12")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


@pytest.fixture
def moderator(client, django_user_model, db):
    return staff(client, django_user_model, "Moderators")


@pytest.fixture
def editor(client, django_user_model, db):
    return staff(client, django_user_model, "Editors")


def test_list__moderators_see_signatures(moderator, petition):
    make_signature(petition, name="Ana Ruiz")
    page = moderator.get(INDEX).content.decode()
    assert "Ana Ruiz" in page
    assert "Add signature" not in page


@pytest.mark.parametrize("path", [INDEX, f"{INDEX}inspect/1/", "/admin/petitions/export/"])
def test_list__editors_see_none(editor, petition, path):
    make_signature(petition, name="Ana Ruiz")
    answer = editor.get(path, follow=True)
    assert "Ana Ruiz" not in answer.content.decode()


def test_editor__may_write_petitions(editor, petition):
    assert editor.get(reverse(Petition.snippet_viewset.get_url_name("list"))).status_code == 200


@pytest.mark.parametrize("action", ["create/", "edit/{pk}/", "delete/{pk}/"])
def test_signature__is_never_written_by_hand(editor_client, petition, action):
    signature = make_signature(petition)
    answer = editor_client.post(INDEX + action.format(pk=signature.pk), {"name": "X"})
    assert answer.status_code in (302, 403, 404)
    assert Signature.objects.get().name == "Ana"


def test_list__finds_and_filters(editor_client, petition):
    partner, other = make_organization(name="Acme"), make_petition(confirm_by_mail=True)
    make_signature(petition, name="Ana", partner_id=partner.pk)
    make_signature(other, name="Bo")
    for query, shown, hidden in (
        ("q=Ana", "Ana", "Bo<"),
        ("state=pending", "Bo", "Ana<"),
        (f"petition={other.pk}", "Bo", "Ana<"),
        (f"partner={partner.pk}", "Ana", "Bo<"),
    ):
        page = editor_client.get(f"{INDEX}?{query}").content.decode()
        table = page[page.index("<tbody") :]
        assert shown in table, query
        assert hidden not in table, query


@pytest.mark.parametrize("rows", [1, 50])
def test_list__queries_do_not_grow(editor_client, petition, django_assert_max_num_queries, rows):
    for _ in range(rows):
        make_signature(petition)
    with django_assert_max_num_queries(20):
        editor_client.get(INDEX)


def test_inspect__shows_what_was_agreed_to(editor_client, petition):
    signature = make_signature(petition, opt_in=True)
    page = editor_client.get(f"{INDEX}inspect/{signature.pk}/").content.decode()
    assert "Yes, email me about this campaign" in page
    assert "Thank you: Queued" in page


@pytest.mark.parametrize("cell", entries("formulas.txt"))
def test_safe_cell__formula_is_disarmed(cell):
    assert safe_cell(cell).startswith("'")


@pytest.mark.parametrize("cell", ["Ana", "O'Brien", "a=b", "3-4", "ana@example.org", "", 7, None])
def test_safe_cell__ordinary_values_stay(cell):
    assert safe_cell(cell) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1 202", "'=1+1", "@a", "Ana", "O'Brien", "'t Hooft", "'"]
)
def test_as_typed__takes_off_what_safe_cell_put_on_and_no_more(cell):
    assert as_typed(str(safe_cell(cell))) == cell


def test_petition__list_shows_its_number(editor_client, petition):
    from django.utils import timezone

    from campaign_blocks.petition.models import PetitionCount

    PetitionCount.objects.create(petition=petition, confirmed=4321, as_of=timezone.now())
    page = editor_client.get(reverse(Petition.snippet_viewset.get_url_name("list")))
    assert "4321" in page.content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"goal_mode": "fixed", "goal": 100}, "Say what happens"),
        (
            {"consent_mode": "statement", "signers_abroad": "home_only"},
            "Write the consent statement",
        ),
    ],
)
def test_petition__rules_are_told_in_sentences(db, values, words):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match=words):
        Petition(title="T", slug="t", **values).full_clean()


def test_consent_text__never_changes(petition):
    from django.core.exceptions import ValidationError

    text = make_signature(petition).consents.get().text
    text.text = "Other words"
    with pytest.raises(ValidationError):
        text.save()
