import pytest

from campaign_blocks.petition.form_token import FormToken
from campaign_blocks.petition.models import Signature
from tests.petition.factories import make_organization, make_petition, make_signature, token_for


def test_sign__stores_and_redirects(petition, post):
    answer = post(petition)
    assert (answer.status_code, answer["Location"]) == (303, "/petitions/ban-it/thanks/")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    signature = Signature.objects.get()
    assert (signature.name, signature.email) == ("Ana Ruiz", "ana@example.org")


def test_sign__again_gets_the_same_answer(petition, post):
    first, second = post(petition), post(petition, name="Somebody Else")
    assert first.status_code == second.status_code == 303
    assert dict(first.headers) == dict(second.headers)
    assert first.content == second.content
    assert Signature.objects.count() == 1


def test_sign__honeypot_is_told_what_all_are_told(petition, post):
    answer = post(petition, website="https://spam.example")
    assert (answer.status_code, answer["Location"]) == (303, "/petitions/ban-it/thanks/")
    assert not Signature.objects.exists()


def test_sign__foreign_origin_is_refused_with_advice(petition, post):
    answer = post(petition, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert 'href="/petitions/ban-it/"' in answer.content.decode()
    assert not Signature.objects.exists()


def test_sign__sandboxed_embed(petition, post):
    token = token_for(petition, embed=True)
    answer = post(petition, headers={"origin": "null"}, form_token=token)
    assert (answer.status_code, answer["Location"]) == (303, "/embed/petition/ban-it/thanks/")


def test_sign__null_origin_without_an_embed_token(petition, post):
    assert post(petition, headers={"origin": "null"}).status_code == 403


@pytest.mark.parametrize("token", ["", "forged", None])
def test_sign__without_a_good_token_keeps_what_was_typed(petition, post, token):
    answer = post(petition, form_token=token)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="ana@example.org"' in page
    fresh = answer.context["panel"].form["form_token"].value()
    assert post(petition, form_token=fresh).status_code == 303


def test_sign__errors_are_named_at_the_top_and_at_the_field(petition, post):
    answer = post(petition, name="", email="maria@")
    page = answer.content.decode()
    main = page[page.index("<main") :]
    assert answer.status_code == 422
    assert "<title>Error: Ban it" in page
    assert main.index("There is a problem") < main.index("<h1")
    for field, words in (
        ("name", "Enter your name"),
        ("email", "Enter an email address like name@example.com"),
    ):
        assert f'<a href="#sign-{field}">{words}</a>' in main
        assert f'aria-describedby="sign-{field}_error"' in main
        assert f'id="sign-{field}_error"' in main
    assert main.count('aria-invalid="true"') == 2
    assert 'value="94110"' in main
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"  # else browsers post again without an origin


def test_sign__source_survives_a_correction(petition, post):
    first = post(petition, name="", headers={"referer": "http://testserver/?s=flyer"})
    token = first.context["panel"].form["form_token"].value()
    post(petition, form_token=token)
    assert Signature.objects.get().source == "flyer"


def test_sign__consent_is_asked_and_none_is_chosen(petition, client, post):
    page = client.get("/petitions/ban-it/").content.decode()
    assert page.count('name="opt_in"') == 2
    assert "checked" not in page
    answer = post(petition, opt_in=None)
    assert answer.status_code == 422
    assert 'href="#sign-opt_in_0"' in answer.content.decode()


STATED = {"consent_statement": "By signing you agree.", "signers_abroad": "home_only"}


@pytest.mark.parametrize("mode", ["ask", "checkbox", "statement"])
@pytest.mark.parametrize(("sent", "granted"), [("yes", True), ("no", False)])
def test_sign__both_answers_in_every_mode(db, post, mode, sent, granted):
    petition = make_petition(consent_mode=mode, **STATED)
    assert post(petition, opt_in=sent).status_code == 303
    assert Signature.objects.get().campaign_mail is granted


@pytest.mark.parametrize(("mode", "granted"), [("checkbox", False), ("statement", True)])
def test_sign__untouched_box(db, post, mode, granted):
    petition = make_petition(consent_mode=mode, **STATED)
    post(petition, opt_in=None)
    assert Signature.objects.get().campaign_mail is granted


def test_sign__strange_consent(petition, post):
    assert post(petition, opt_in="maybe").status_code == 422


def test_sign__abroad_without_zip(petition, post):
    assert post(petition, country="CA", postal_code="").status_code == 303
    assert Signature.objects.get().country == "CA"


def test_sign__at_home_without_zip(petition, post):
    answer = post(petition, postal_code="")
    assert answer.status_code == 422
    assert "Enter your ZIP code" in answer.content.decode()


def test_sign__partner_comes_from_the_token_alone(petition, post):
    partner, other = make_organization(), make_organization()
    token = token_for(petition, partner_id=partner.pk)
    post(petition, form_token=token, partner_opt_in="yes", partner_id=str(other.pk))
    signature = Signature.objects.get()
    assert signature.partner == partner
    assert signature.partner_mail is True


def test_sign__state_cannot_be_posted(db, post):
    petition = make_petition(confirm_by_mail=True)
    post(petition, state="confirmed", created_at="2001-01-01", petition_id="99", id="7")
    assert Signature.objects.get().state == "pending"


def test_sign__proposed_letter_is_not_copied(db, post):
    petition = make_petition(letter_body="Dear senator,\nplease act.")
    post(petition, message="Dear senator,\r\nplease act.\r\n")
    post(petition, message="My own words.", email="bo@example.org")
    assert list(Signature.objects.order_by("pk").values_list("message", flat=True)) == [
        "",
        "My own words.",
    ]


def test_sign__closed_petition_shows_its_words(db, client, post):
    from django.utils import timezone

    petition = make_petition(closes_at=timezone.now(), closed_text="We hand it over.")
    answer = post(petition)
    assert answer.status_code == 409
    assert "You can’t sign this petition now" in answer.content.decode().replace("&#x27;", "’")
    page = client.get(petition.get_absolute_url()).content.decode()
    assert "We hand it over." in page
    assert "<form" not in page[page.index("<main") : page.index("</main")]


def test_sign__get_leads_to_the_form(petition, client):
    assert client.get("/petitions/ban-it/sign/")["Location"] == "/petitions/ban-it/"


def test_sign__unknown_petition(db, client):
    assert client.post("/petitions/none/sign/").status_code == 404


def test_sign__again_after_a_worker_is_no_oracle(petition, post):
    make_signature(petition, email="ana@example.org")
    Signature.objects.update(state="suspect")
    assert post(petition)["Location"] == post(petition, email="x@example.org")["Location"]


def test_token__of_a_cached_page_is_a_slot(petition, client):
    first = client.get("/petitions/ban-it/")
    assert "public" in first["Cache-Control"]
    assert b"{slot" not in first.content
    assert not first.cookies
    token = FormToken(petition_id=petition.pk).argument()
    assert f'value="{token}:'.encode() in first.content


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "SIGN"])
def test_sign__other_methods_are_refused(petition, client, method):
    assert client.generic(method, "/petitions/ban-it/sign/").status_code == 405
