"""The edit form of a petition, as staff send it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from campaign_blocks.petition.admin.petition_tabs import edit_handler
from campaign_blocks.petition.models import (
    AskingOrganization,
    Petition,
    PetitionCount,
    PetitionMail,
    ShareText,
    ThanksStep,
)
from tests.petition.factories import make_organization, make_petition, make_signature

ROWS = ("asking_organizations", "mails", "thanks_steps", "share_texts")


def url(name, *args):
    return reverse(Petition.snippet_viewset.get_url_name(name), args=args)


def sent(**values):
    """What a browser sends of a fresh form, with these answers."""
    form_class = edit_handler.bind_to_model(Petition).get_form_class()
    fresh = form_class(instance=Petition())
    data = {name: fresh[name].value() for name in fresh.fields}
    data = {name: value for name, value in data.items() if value not in (None, False)}
    rows = {name: inline_formset(values.pop(name, [])) for name in ROWS}
    data |= {"title": "Ban it", "slug": "ban-it", "text": rich_text("<p>Why.</p>"), **rows}
    return nested_form_data({**data, **values})


def errors_of(answer):
    assert answer.status_code == 200
    return answer.context["form"].errors


def test_create__with_every_kind_of_row(editor_client):
    organization = make_organization(privacy_url="https://example.org/p/")
    rows = {
        "asking_organizations": [{"organization": organization.pk, "ORDER": 1}],
        "mails": [{"kind": "thanks", "subject": "Thank you", "text": "Thanks for {petition}."}],
        "thanks_steps": [{"kind": "donate", "url": "https://example.org/give/", "ORDER": 1}],
        "share_texts": [{"channel": "x", "text": "Sign with me"}],
    }
    answer = editor_client.post(url("add"), sent(**rows))
    assert answer.status_code == 302, answer.context["form"].errors
    petition = Petition.objects.get(slug="ban-it")
    assert [getattr(petition, name).count() for name in ROWS] == [1, 1, 1, 1]


def test_form__has_its_tabs_and_the_limit_said(editor_client):
    page = editor_client.get(url("add")).content.decode()
    for tab in ("Words", "Form", "Consent", "Count and time", "Letter", "Mails", "Afterwards"):
        assert re.search(rf">\s*{tab}\s*<", page), tab
    assert "at most" in page


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"phone_mode": "optional"}, "phone_reason", "Say why you ask for a phone number."),
        ({"goal_mode": "fixed", "goal": "100"}, "goal_reason", "Say what happens"),
        ({"goal_mode": "fixed", "goal_reason": "We march."}, "goal", "Enter the number"),
        (
            {"consent_mode": "statement", "signers_abroad": "home_only"},
            "consent_statement",
            "Write the consent statement",
        ),
        ({"won_at": "2026-01-01"}, "victory_text", "Write what was won"),
        ({"home_country": "XX"}, "home_country", "Choose a country from the list."),
        (
            {"opens_at": "2026-02-01", "closes_at": "2026-01-01"},
            "closes_at",
            "Choose a closing time after the opening time.",
        ),
    ],
)
def test_form__says_what_is_wrong_at_the_field(editor_client, values, field, words):
    found = errors_of(editor_client.post(url("add"), sent(**values)))
    assert list(found) == [field]
    assert words in found[field][0]
    assert not Petition.objects.exists()


STATED = {"consent_mode": "statement", "consent_statement": "By signing you agree."}


@pytest.mark.parametrize(
    ("country", "abroad"),
    [("US", "welcome"), ("DE", "home_only"), ("GB", "home_only"), ("CA", "home_only")],
)
def test_statement__is_refused_unless_all_signers_live_in_the_us(editor_client, country, abroad):
    values = {**STATED, "home_country": country, "signers_abroad": abroad}
    found = errors_of(editor_client.post(url("add"), sent(**values)))
    assert list(found) == ["consent_mode"]
    assert "allowed only where all signers live in the US" in found["consent_mode"][0]
    assert "“Where signers live”" in found["consent_mode"][0]


def test_statement__is_saved_where_only_people_of_the_us_sign(editor_client):
    answer = editor_client.post(url("add"), sent(**STATED, signers_abroad="home_only"))
    assert answer.status_code == 302, answer.context["form"].errors
    assert Petition.objects.get().consent_mode == "statement"


BY_SIGNING, A_BOX = "People agree to emails by signing", "The form shows an unticked box instead"


@pytest.mark.parametrize(
    ("settings", "words"),
    [({}, []), ({**STATED, "signers_abroad": "home_only"}, [BY_SIGNING]), (STATED, [A_BOX])],
)
def test_statement__is_warned_of_at_the_field(editor_client, settings, words):
    page = editor_client.get(url("edit", make_petition(**settings).pk)).content.decode()
    assert [one for one in (BY_SIGNING, A_BOX) if one in page] == words


def test_required__five_at_most(editor_client):
    """Address, name, postal code, yes or no, phone: five. The sixth is refused where it stands."""
    phone = {"phone_mode": "required", "phone_reason": "Why"}
    found = errors_of(editor_client.post(url("add"), sent(**phone, comment_mode="required")))
    assert sorted(found) == ["comment_mode", "phone_mode"]
    assert "would insist on 6 answers" in found["phone_mode"][0]
    found = errors_of(editor_client.post(url("add"), sent(**phone, split_name="on")))
    assert list(found) == ["phone_mode"]
    assert editor_client.post(url("add"), sent(**phone)).status_code == 302


def test_required__what_is_not_asked_gives_room(editor_client):
    """A checkbox insists on nothing, and Hong Kong has no postal codes."""
    values = {"phone_mode": "required", "phone_reason": "Why", "comment_mode": "required"}
    answer = editor_client.post(
        url("add"), sent(**values, split_name="on", consent_mode="checkbox", home_country="HK")
    )
    assert answer.status_code == 302


def test_organization__without_a_policy_is_refused_in_its_row(editor_client):
    row = {"organization": make_organization(name="Acme").pk, "ORDER": 1}
    answer = editor_client.post(url("add"), sent(asking_organizations=[row]))
    formset = answer.context["form"].formsets["asking_organizations"]
    assert "Acme has no privacy policy" in formset.forms[0].errors["organization"][0]


def test_organization__asks_once(editor_client):
    organization = make_organization(privacy_url="https://example.org/p/")
    rows = [{"organization": organization.pk, "ORDER": n} for n in (1, 2)]
    answer = editor_client.post(url("add"), sent(asking_organizations=rows))
    assert answer.status_code == 200
    assert not Petition.objects.exists()


def test_step__that_leads_nowhere_is_refused_in_its_row(editor_client):
    answer = editor_client.post(url("add"), sent(thanks_steps=[{"kind": "donate", "ORDER": 1}]))
    form = answer.context["form"].formsets["thanks_steps"].forms[0]
    assert form.errors["url"] == ["Enter the address that this step leads to."]


@pytest.fixture
def full_petition(db):
    petition = make_petition(
        title="Ban it", slug="ban-it", won_at=timezone.now(), victory_text="We won."
    )
    organization = make_organization(privacy_url="https://example.org/p/")
    AskingOrganization.objects.create(petition=petition, organization=organization)
    PetitionMail.objects.create(petition=petition, kind="thanks", subject="S", text="T")
    ThanksStep.objects.create(petition=petition, kind="share", heading="Pass it on")
    ShareText.objects.create(petition=petition, channel="x", text="Sign with me")
    return petition


def copied_form(client, petition):
    answer = client.get(url("copy", petition.pk))
    assert answer.status_code == 200
    return answer.context["form"]


def posted(form):
    """Everything the browser would send of a form that was just opened."""
    data = {}
    for part in (form, *(one for name in ROWS for one in form.formsets[name].forms)):
        for field in part:
            if field.value() is not False:
                data[field.html_name] = "" if field.value() is None else field.value()
    for name in ROWS:
        for field in form.formsets[name].management_form:
            data[field.html_name] = field.value()
    return {**data, "text": rich_text("<p>Why.</p>")}


def test_copy__takes_the_rows_and_asks_for_an_address(editor_client, full_petition):
    form = copied_form(editor_client, full_petition)
    assert (form["title"].value(), form["slug"].value()) == ("Ban it", "")
    assert "slug" in errors_of(editor_client.post(url("add"), posted(form)))
    answer = editor_client.post(url("add"), {**posted(form), "slug": "ban-it-again"})
    assert answer.status_code == 302, answer.context["form"].errors
    twin = Petition.objects.get(slug="ban-it-again")
    assert [getattr(twin, name).count() for name in ROWS] == [1, 1, 1, 1]
    assert [getattr(full_petition, name).count() for name in ROWS] == [1, 1, 1, 1]


def test_copy__takes_neither_signatures_nor_counts_nor_victory(editor_client, full_petition):
    Petition.objects.update(won_at=None)
    make_signature(full_petition)
    PetitionCount.objects.create(petition=full_petition, confirmed=7, as_of=timezone.now())
    form = copied_form(editor_client, full_petition)
    editor_client.post(url("add"), {**posted(form), "slug": "ban-it-again"})
    twin = Petition.objects.get(slug="ban-it-again")
    assert not twin.signatures.exists()
    assert not PetitionCount.objects.filter(petition=twin).exists()
    assert (twin.won_at, full_petition.signatures.count()) == (None, 1)


def test_copy__never_writes_to_the_old_one(editor_client, full_petition):
    form = copied_form(editor_client, full_petition)
    answer = editor_client.post(url("copy", full_petition.pk), {**posted(form), "slug": "other"})
    assert answer.status_code == 405
    full_petition.refresh_from_db()
    assert full_petition.slug == "ban-it"


MODES = {
    "": "Why not?",
    "embed": "petition-embed__title",
    "thanks": "Thank you",
    "ahead": "Signing opens on",
    "closed": "Thank you, all of you.",
    "won": "Nothing is left to sign.",
}


@pytest.mark.parametrize(("mode", "words"), MODES.items())
@pytest.mark.parametrize("saved", [True, False])
def test_preview__shows_the_form_that_is_not_saved(editor_client, mode, words, saved):
    petition = make_petition(title="Former words", slug="former") if saved else None
    address = url("preview_on_edit", petition.pk) if saved else url("preview_on_add")
    data = sent(
        title="New words", text=rich_text("<p>Why not?</p>"), closed_text="Thank you, all of you."
    )
    assert editor_client.post(address, data).json() == {"is_valid": True, "is_available": True}
    page = editor_client.get(f"{address}?mode={mode}").content.decode()
    assert words in page
    assert "Former words" not in page
    assert not Petition.objects.filter(title="New words").exists()


def test_preview__shows_the_organizations_of_the_form(editor_client):
    organization = make_organization(name="Acme", privacy_url="https://example.org/p/")
    rows = [{"organization": organization.pk, "ORDER": 1}]
    editor_client.post(url("preview_on_add"), sent(asking_organizations=rows))
    page = editor_client.get(url("preview_on_add")).content.decode()
    assert "May Acme email you?" in page


@pytest.mark.parametrize("rows", [1, 50])
def test_list__queries_do_not_grow(editor_client, django_assert_max_num_queries, rows):
    for _ in range(rows):
        make_petition(closes_at=timezone.now() + timedelta(days=1))
    with django_assert_max_num_queries(20):
        editor_client.get(url("list"))
