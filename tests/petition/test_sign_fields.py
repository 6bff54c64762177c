"""What staff may have the form ask, as visitors meet it and as it is stored."""

import re

import pytest

from campaign_blocks.petition.models import Signature
from tests.petition.factories import form_data, make_petition

SPLIT = {"name": None, "given_name": "Ana", "family_name": "Ruiz"}


def page_of(client, petition):
    page = client.get(petition.get_absolute_url()).content.decode()
    return page[page.index("<main") : page.index("</main")]


def refused_at(answer):
    assert answer.status_code == 422
    return list(answer.context["panel"].form.errors)


def test_name__asked_apart_is_stored_joined(db, client, post):
    petition = make_petition(split_name=True)
    page = page_of(client, petition)
    assert 'autocomplete="given-name"' in page
    assert 'autocomplete="family-name"' in page
    assert 'name="name"' not in page
    assert post(petition, **SPLIT).status_code == 303
    signature = Signature.objects.get()
    assert (signature.name, signature.given_name) == ("Ana Ruiz", "Ana")


@pytest.mark.parametrize("missing", ["given_name", "family_name"])
def test_name__asked_apart_needs_both(db, post, missing):
    petition = make_petition(split_name=True)
    assert refused_at(post(petition, **{**SPLIT, missing: ""})) == [missing]


@pytest.mark.parametrize("split", [True, False])
@pytest.mark.parametrize("sent", [SPLIT, {"name": "Ana Ruiz"}])
def test_name__page_was_cached_before_the_setting_changed(db, post, split, sent):
    assert post(make_petition(split_name=split), **sent).status_code == 303
    assert Signature.objects.get().name == "Ana Ruiz"


def test_name__longest_halves_fit_together(db, post):
    petition = make_petition(split_name=True)
    post(petition, name=None, given_name="a" * 60, family_name="b" * 59)
    assert len(Signature.objects.get().name) == 120
    long = {"name": None, "given_name": "a" * 61, "family_name": "b"}
    assert refused_at(post(petition, **long)) == ["given_name"]


def test_phone__says_why_it_is_asked(db, client, post):
    petition = make_petition(phone_mode="optional", phone_reason="We text you once.")
    page = page_of(client, petition)
    assert "We text you once." in page
    assert 'autocomplete="tel"' in page
    assert post(petition, phone="(415) 555-0199").status_code == 303
    assert Signature.objects.get().phone == "+14155550199"


def test_phone__may_stay_empty_unless_required(db, post):
    assert post(make_petition(phone_mode="optional", phone_reason="Why"), phone="").status_code
    assert Signature.objects.get().phone == ""
    required = make_petition(phone_mode="required", phone_reason="Why")
    assert refused_at(post(required, phone="")) == ["phone"]


def test_phone__is_not_stored_where_it_is_not_asked(petition, post):
    post(petition, phone="+14155550199", comment="Hi", city="Oakland", public="yes")
    signature = Signature.objects.get()
    assert (signature.phone, signature.comment, signature.city) == ("", "", "")
    assert signature.public is False


def test_comment__is_cleaned_like_a_letter(db, post):
    petition = make_petition(comment_mode="required")
    assert refused_at(post(petition, comment="")) == ["comment"]
    assert refused_at(post(petition, comment="a " * 501)) == ["comment"]
    post(petition, comment="Because\r\nit is wrong. ")
    assert Signature.objects.get().comment == "Because\nit is wrong."


def test_public__box_is_unticked_and_the_rest_not_kept(db, client, post):
    petition = make_petition(ask_public=True)
    assert "checked" not in page_of(client, petition)
    post(petition, given_name="Ana", city="Oakland")
    signature = Signature.objects.get()
    assert (signature.public, signature.given_name, signature.city) == (False, "", "")


def test_public__ticked_keeps_first_name_and_city(db, post):
    petition = make_petition(ask_public=True)
    assert post(petition, public="yes", given_name="Ana", city=" Oakland ").status_code == 303
    signature = Signature.objects.get()
    assert (signature.public, signature.given_name, signature.city) == (True, "Ana", "Oakland")
    assert signature.shown_at is None


def test_public__ticked_needs_both(db, post):
    answer = post(make_petition(ask_public=True), public="yes")
    assert sorted(refused_at(answer)) == ["city", "given_name"]
    split = make_petition(ask_public=True, split_name=True)
    assert refused_at(post(split, public="yes", **SPLIT)) == ["city"]


def test_values__all_are_kept_after_a_refusal(db, post):
    petition = make_petition(
        split_name=True,
        phone_mode="optional",
        phone_reason="Why",
        comment_mode="optional",
        ask_public=True,
    )
    typed = {"phone": "415 555 0199", "comment": "Because.", "city": "Oakland", "public": "yes"}
    answer = post(petition, **{**SPLIT, **typed, "email": "ana@"})
    page = answer.content.decode()
    assert refused_at(answer) == ["email"]
    for value in ("Ana", "Ruiz", "415 555 0199", "Oakland"):
        assert f'value="{value}"' in page
    assert "Because.</textarea>" in page
    assert 'name="public" value="yes"' in page
    assert "checked" in page


@pytest.mark.parametrize(
    ("country", "label", "wrong"),
    [
        ("US", "ZIP code", "Enter a ZIP code like 02139"),
        ("GB", "Postcode", "Enter a postcode like SW1A 1AA"),
        ("DE", "Postal code", "Enter a postal code like 12345"),
        ("IE", "Eircode", "Enter an Eircode like D02 AF30"),
        ("IN", "PIN code", "Enter a PIN code like 123456"),
    ],
)
def test_postal_code__speaks_as_the_country_does(db, client, post, country, label, wrong):
    petition = make_petition(home_country=country)
    assert f">{label}" in page_of(client, petition)
    answer = post(petition, postal_code="!")
    assert refused_at(answer) == ["postal_code"]
    assert wrong in answer.content.decode()


def test_postal_code__number_pad_only_where_codes_are_numbers(db, client):
    assert 'inputmode="numeric"' in page_of(client, make_petition(home_country="DE"))
    assert 'inputmode="numeric"' not in page_of(client, make_petition(home_country="GB"))


def test_country__others_are_offered_beside_the_petitions_own(db, client, post):
    petition = make_petition(home_country="GB")
    page = page_of(client, petition)
    assert "I live outside the United Kingdom" in page
    assert '<option value="US">United States</option>' in page
    assert '<option value="GB">' not in page
    post(petition, postal_code="sw1a1aa")
    post(petition, postal_code="94110", country="US", email="bo@example.org")
    found = Signature.objects.order_by("pk").values_list("country", "postal_code")
    assert list(found) == [("GB", "SW1A 1AA"), ("US", "94110")]


def test_country__home_only_says_so_at_the_field(db, client, post):
    petition = make_petition(home_country="GB", signers_abroad="home_only")
    assert 'name="country"' not in page_of(client, petition)
    answer = post(petition, country="FR", postal_code="SW1A 1AA")
    assert refused_at(answer) == ["country"]
    words = "Only people who live in the United Kingdom can sign this petition."
    assert words in answer.content.decode()
    assert not Signature.objects.exists()


def test_country__without_postal_codes_asks_for_none(db, post):
    petition = make_petition(home_country="HK")
    assert post(petition, postal_code="").status_code == 303
    home_only = make_petition(home_country="HK", signers_abroad="home_only")
    assert post(home_only, postal_code=None).status_code == 303


STATED = {"consent_mode": "statement", "consent_statement": "By signing you agree."}


@pytest.mark.parametrize(
    ("sent", "granted"), [(None, False), ("no", False), ("yes", True)], ids=str
)
def test_statement__of_an_older_petition_for_all_countries_is_a_box(db, post, sent, granted):
    """Nobody is bound by signing, and the words that are kept are those beside the box."""
    post(make_petition(**STATED), country="US", opt_in=sent)
    consent = Signature.objects.get().consents.get()
    assert (consent.granted, consent.method) == (granted, "checkbox")
    assert "By signing" not in consent.text.text


def test_statement__of_an_older_petition_is_not_shown(db, client):
    page = client.get(make_petition(**STATED).get_absolute_url()).content.decode()
    assert "By signing you agree." not in page
    (box,) = re.findall(r"<input[^>]*name=\"opt_in\"[^>]*>", page)
    assert 'value="yes"' in box
    assert "checked" not in box


def test_statement__binds_where_only_people_of_the_us_can_sign(db, post):
    petition = make_petition(**STATED, signers_abroad="home_only")
    post(petition, opt_in=None)
    assert Signature.objects.get().campaign_mail is True
    assert "country" in refused_at(post(petition, country="DE", opt_in=None))


def test_form__every_setting_at_once_still_signs(db, client):
    petition = make_petition(
        split_name=True, phone_mode="required", phone_reason="Why", comment_mode="required"
    )
    data = form_data(petition, **SPLIT, phone="+49 30 123456", comment="Because.")
    answer = client.post(
        f"/petitions/{petition.slug}/sign/", data, headers={"origin": "http://testserver"}
    )
    assert answer.status_code == 303


@pytest.mark.parametrize(("shared", "signatures"), [(False, 1), (True, 2)])
def test_household__one_mailbox_for_several_people(db, post, shared, signatures):
    petition = make_petition(household_mailbox=shared)
    first = post(petition, name="Ana Ruiz")
    for name in ("Bo Ruiz", "bo  ruiz", "ANA RUIZ"):
        assert dict(post(petition, name=name).headers) == dict(first.headers)
    assert Signature.objects.count() == signatures
