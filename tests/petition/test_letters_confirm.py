"""The page behind the confirmation link: who gets the letter is shown, chosen, never guessed."""

import html
import re

import pytest

from campaign_blocks.petition.models import Letter, LetterText, Signature
from campaign_blocks.petition.models.mail_token import MailToken
from tests.petition.factories import make_signature
from tests.petition.letters import (
    FIFTH,
    SENATORS,
    THIRD,
    finder,  # noqa: F401  a fixture
    letter_petition,
    link,
    target,
)

pytestmark = pytest.mark.usefixtures("finder")


@pytest.fixture
def pending(db):
    return make_signature(letter_petition(confirm_by_mail=True), name="Ana Ruiz")


def words(answer):
    return html.unescape(answer.content.decode())


def offer(answer):
    return re.search(r'name="offer" value="([^"]+)"', answer.content.decode())[1]


def press(client, path, **values):
    """As a browser does: with the hidden field of the page that was looked at."""
    page = client.get(path)
    data = {"offer": offer(page), "message": page.context["page"].letter, "letter": "send"}
    return client.post(path, {**data, **values})


def written():
    return sorted(Letter.objects.values_list("recipient__name", flat=True))


def test_confirm__shows_letter_and_recipients_before_the_button(client, pending):
    page = words(client.get(link(pending)))
    for shown in ("Dear Senator,", "Ban it now", "Sen. Ada", "Rep. Cy", "Oregon, 3rd district"):
        assert shown in page
        assert page.index(shown) < page.index("Confirm and send my letter")
    assert "Confirm only" in page
    assert not Letter.objects.exists()


def test_confirm__pressing_confirms_and_writes_to_each_once(client, pending):
    path = link(pending)
    answer = press(client, path)
    assert (answer.status_code, answer["Location"]) == (302, "/petitions/ban-it/thanks/")
    assert Signature.objects.get().state == "confirmed"
    assert written() == ["Ada", "Bea", "Cy"]
    assert client.post(path, {"letter": "send"}).status_code == 404
    assert Letter.objects.count() == 3


@pytest.mark.parametrize("data", [{"letter": "no"}, {}, {"letter": "nonsense"}])
def test_confirm__confirm_only_sends_nothing(client, pending, data):
    path = link(pending)
    assert client.post(path, data).status_code == 302
    assert Signature.objects.get().state == "confirmed"
    assert not Letter.objects.exists()


def test_confirm__both_buttons_are_of_one_plain_form(client, pending):
    page = words(client.get(link(pending)))
    form = page[page.index('<form  class="form"') if '<form  class="form"' in page else 0 :]
    assert page.count('type="submit" name="letter"') == 2
    assert 'action="' not in form[: form.index(">")]


def test_confirm__her_own_words_are_shown_and_sent(client, db):
    petition = letter_petition(confirm_by_mail=True)
    signature = make_signature(petition, message="My own words.")
    assert "My own words." in words(client.get(link(signature)))
    press(client, link(signature))
    text = LetterText.objects.get()
    assert (text.body, text.own_words) == ("My own words.", True)


def test_confirm__words_changed_on_the_page_are_sent(client, pending):
    press(client, link(pending), message="Changed here.")
    assert LetterText.objects.get().body == "Changed here."


def test_confirm__proposed_words_are_one_row_for_everybody(client, db):
    petition = letter_petition(confirm_by_mail=True)
    for _ in range(3):
        press(client, link(make_signature(petition)))
    text = LetterText.objects.get()
    assert (text.own_words, text.letters.count()) == (False, 9)


def test_confirm__of_several_districts_none_is_chosen(client, pending, finder):  # noqa: F811
    finder.people = [*SENATORS, THIRD, FIFTH]
    page = client.get(link(pending))
    assert "checked" not in page.content.decode()
    answer = press(client, link(pending))
    assert answer.status_code == 422
    assert "Choose who represents you" in words(answer)
    assert Signature.objects.get().state == "pending"
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("chosen", "names"),
    [("test:Cy", ["Ada", "Bea", "Cy"]), ("test:Di", ["Ada", "Bea", "Di"])],
)
def test_confirm__the_chosen_district_gets_it(client, pending, finder, chosen, names):  # noqa: F811
    finder.people = [*SENATORS, THIRD, FIFTH]
    assert press(client, link(pending), **{"seat-house": chosen}).status_code == 302
    assert written() == names


def test_confirm__who_does_not_know_writes_to_the_senators(client, pending, finder):  # noqa: F811
    finder.people = [*SENATORS, THIRD, FIFTH]
    press(client, link(pending), **{"seat-house": "unknown"})
    assert written() == ["Ada", "Bea"]


def test_confirm__a_single_uncertain_one_is_asked_for(client, pending, finder):  # noqa: F811
    finder.people = [*SENATORS, target("Cy", seat="3rd", chamber="House", certain=False)]
    assert press(client, link(pending)).status_code == 422
    assert not Letter.objects.exists()


def test_confirm__a_whole_state_of_districts_is_no_choice(client, pending, finder):  # noqa: F811
    many = [target(f"Somebody {n}", seat=f"{n}", chamber="House", certain=False) for n in range(9)]
    finder.people = [*SENATORS, *many]
    page = words(client.get(link(pending)))
    assert "does not say who represents you in the House" in page
    assert "Somebody" not in page
    press(client, link(pending))
    assert written() == ["Ada", "Bea"]


def test_confirm__a_code_in_two_states_asks_which(client, pending, finder):  # noqa: F811
    finder.people = [*SENATORS, target("Wen", seat="Washington"), target("Xi", seat="Washington")]
    assert press(client, link(pending)).status_code == 422
    press(client, link(pending), **{"seat-senate": "test:Wen"})
    assert written() == ["Wen", "Xi"]


@pytest.mark.parametrize(
    ("facts", "shown"),
    [({"country": "FR", "postal_code": "75001"}, "none from abroad"), ({}, "found no lawmaker")],
)
def test_confirm__nobody_to_write_to_is_said_and_confirms(client, db, finder, facts, shown):  # noqa: F811
    finder.people = []
    signature = make_signature(letter_petition(confirm_by_mail=True), **facts)
    path = link(signature)
    assert shown in words(client.get(path))
    assert client.post(path, {"letter": "send"}).status_code == 302
    assert Signature.objects.get().state == "confirmed"


def test_confirm__finder_down_the_name_counts_and_the_letter_waits(client, pending, finder):  # noqa: F811
    finder.error = RuntimeError("canary words")
    path = link(pending)
    page = words(client.get(path))
    assert "can't look up your lawmakers" in page
    assert "canary" not in page
    assert client.post(path).status_code == 302
    assert Signature.objects.get().state == "confirmed"


def test_confirm__finder_down_while_sending_keeps_the_words(client, pending, finder):  # noqa: F811
    path = link(pending)
    client.get(path)
    finder.error = OSError()
    answer = client.post(path, {"letter": "send", "message": "My typed words"})
    assert answer.status_code == 503
    assert "My typed words" in words(answer)
    assert Signature.objects.get().state == "pending"


def test_confirm__somebody_named_by_the_visitor_is_refused(client, pending, finder):  # noqa: F811
    finder.people = [*SENATORS, THIRD, FIFTH]
    answer = press(client, link(pending), **{"seat-house": "test:Evil"})
    assert answer.status_code == 422
    assert not Letter.objects.exists()


@pytest.mark.parametrize("raw", ["", "nonsense", "WzEsWyJ0ZXN0OkFkYSJdXQ:1:x"])
def test_confirm__without_our_offer_nothing_is_sent(client, pending, raw):
    assert press(client, link(pending), offer=raw).status_code == 422
    assert not Letter.objects.exists()


def test_confirm__the_offer_of_another_signer_is_refused(client, pending):
    other = make_signature(pending.petition)
    foreign = offer(client.get(link(other)))
    assert press(client, link(pending), offer=foreign).status_code == 422
    assert not Letter.objects.exists()


def test_confirm__who_was_not_offered_gets_nothing(client, pending, finder):  # noqa: F811
    finder.people = SENATORS[:1]
    old = offer(client.get(link(pending)))
    finder.people = SENATORS
    answer = press(client, link(pending), offer=old)
    assert answer.status_code == 422
    assert "Look at who gets your letter once more" in words(answer)
    assert press(client, link(pending), offer=offer(answer)).status_code == 302


@pytest.mark.parametrize("field", ["to", "cc", "bcc", "email", "recipient", "target", "channel"])
def test_confirm__extra_fields_change_nothing(client, pending, field):
    press(client, link(pending), **{field: "evil@evil.example"})
    assert not Letter.objects.filter(recipient__email__contains="evil").exists()
    assert written() == ["Ada", "Bea", "Cy"]


def test_confirm__a_petition_without_letter_looks_nobody_up(client, db, finder):  # noqa: F811
    signature = make_signature(letter_petition(confirm_by_mail=True, letter_body=""))
    assert client.post(link(signature), {"letter": "send"}).status_code == 302
    assert not finder.asked


def test_letter__one_click_where_signatures_count_at_once(client, db):
    signature = make_signature(letter_petition())
    path = link(signature, "letter")
    page = words(client.get(path))
    assert "One click and your letter goes" in page
    assert "Confirm" not in page
    assert not Letter.objects.exists()
    assert press(client, path).status_code == 302
    assert written() == ["Ada", "Bea", "Cy"]


def test_letter__a_second_link_of_the_same_person_writes_nothing(client, db):
    signature = make_signature(letter_petition())
    first, second = link(signature, "letter"), link(signature, "letter")
    press(client, first)
    assert client.post(second, {"letter": "send"}).status_code == 404
    assert client.get(first).status_code == 404
    assert Letter.objects.count() == 3


@pytest.mark.parametrize("state", ["suspect", "invalidated", "erased"])
def test_letter__only_of_signatures_that_count(client, db, state):
    signature = make_signature(letter_petition())
    path = link(signature, "letter")
    Signature.objects.update(state=state)
    assert client.get(path).status_code == client.post(path).status_code == 404


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_letter__looking_changes_nothing(client, db, method):
    path = link(make_signature(letter_petition()), "letter")
    answer = getattr(client, method)(path)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not Letter.objects.exists()
    assert MailToken.objects.get().used_at is None


def test_letter__a_confirmation_link_is_no_letter_link(client, pending):
    path = link(pending).replace("/confirm/", "/letter/")
    assert client.post(path, {"letter": "send"}).status_code == 404
