import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from campaign_blocks.petition.models import OutboxMessage, Petition, PetitionMail, Signature
from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.may_go import ONE_SIGNING
from tests.petition.factories import let_it_age, make_petition, make_signature

ALLOW = timedelta(seconds=30)  # more than the test itself takes


@pytest.fixture(autouse=True)
def known_address(settings):
    settings.BASE_URL = "https://campaign.example"
    settings.DEFAULT_FROM_EMAIL = "Campaign <hello@campaign.example>"


def delivered(words=None, **petition):
    """`words`: staff's own (kind, subject, text)."""
    target = make_petition(**{"title": "Ban it", "slug": "ban", **petition})
    if words:
        kind, subject, text = words
        PetitionMail.objects.create(petition=target, kind=kind, subject=subject, text=text)
    make_signature(target, name="Canary Name", email="ana@example.org", message="Canary words")
    judge()
    Delivery().run()
    return mail.outbox[-1]


def both(message):
    return message.body + message.alternatives[0].content


def test_confirm__leads_to_the_button(db, client):
    message = delivered(confirm_by_mail=True)
    links = re.findall(r"https://campaign\.example(/confirm/[\w-]+/)", both(message))
    assert len(links) == 2
    assert len(set(links)) == 1
    assert client.get(links[0]).status_code == 200
    assert message.subject == "Please confirm your signature: Ban it"


@pytest.mark.parametrize("confirm", [True, False])
def test_mail__holds_no_word_of_the_visitor(db, confirm):
    message = delivered(confirm_by_mail=confirm)
    assert "Canary" not in message.message().as_string()
    assert "Canary" not in both(message)


def test_mail__can_be_stopped_with_one_click(db, client):
    message = delivered()
    address = message.extra_headers["List-Unsubscribe"]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = re.fullmatch(r"<https://campaign\.example(/unsubscribe/[\w-]+/)>", address)[1]
    answer = client.post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert "ana@" not in path and "example" not in path


def test_mail__sender_is_ours_with_the_petition_s_name(db):
    assert delivered(mail_from_name="Ban It, Inc.").from_email == (
        '"Ban It, Inc." <hello@campaign.example>'
    )


def test_mail__title_with_a_line_break_adds_no_header(db):
    message = delivered(title="Ban it\r\nBcc: x@evil.example")
    assert "\n" not in message.subject
    assert "Bcc" not in message.message()


def test_mail__loads_nothing(db):
    html = delivered().alternatives[0].content
    assert "<img" not in html
    assert "url(" not in html
    assert set(re.findall(r"https?://[\w.-]+", html)) == {"https://campaign.example"}


def test_already_signed__tells_the_truth(db):
    delivered()
    target = mail.outbox[0]
    let_it_age(Signature.objects.get())
    make_signature(Petition.objects.get(), email="ANA@example.org")
    Delivery().run()
    assert target.subject == "Thank you for signing: Ban it"
    assert mail.outbox[1].subject == "You had already signed: Ban it"
    assert "counted before" in mail.outbox[1].body


def test_already_signed__offers_confirmation_while_it_is_missing(db):
    delivered(confirm_by_mail=True)
    let_it_age(Signature.objects.get())
    make_signature(Petition.objects.get(), email="ana@example.org")
    Delivery().run()
    assert "/confirm/" in mail.outbox[1].body


@pytest.mark.parametrize(("ago", "mails"), [(ONE_SIGNING, 2), (ONE_SIGNING - ALLOW, 1)])
def test_already_signed__is_not_sent_for_a_form_that_came_twice(db, ago, mails):
    delivered()
    let_it_age(Signature.objects.get(), ago)
    make_signature(Petition.objects.get(), email="ana@example.org")
    Delivery().run()
    assert len(mail.outbox) == OutboxMessage.objects.count() == mails


def test_already_signed__is_sent_on_another_day_after_a_mistake(db):
    delivered()
    make_signature(Petition.objects.get(), email="ana@example.org")
    Delivery().run()
    let_it_age(Signature.objects.get())
    make_signature(Petition.objects.get(), email="ana@example.org")
    Delivery().run()
    assert [one.subject.split(":")[0] for one in mail.outbox] == [
        "Thank you for signing",
        "You had already signed",
    ]


@pytest.mark.parametrize("confirm", [True, False])
def test_mail__leads_to_the_signature_and_stops_mail(db, client, confirm):
    message = delivered(confirm_by_mail=confirm)
    for name in ("my-signature", "unsubscribe"):
        links = re.findall(rf"https://campaign\.example(/{name}/[\w-]+/)", both(message))
        assert len(links) == 2
        assert client.get(links[0]).status_code == 200


def test_thanks__offers_the_letter_where_the_signature_counts_at_once(db, client):
    message = delivered(confirm_by_mail=False, letter_subject="Hear us", letter_body="Ban it.")
    links = re.findall(r"https://campaign\.example(/letter/[\w-]+/)", both(message))
    assert len(links) == 2
    assert client.get(links[0]).status_code == 200


def test_thanks__no_letter_no_word_of_it(db):
    assert "lawmakers" not in both(delivered(confirm_by_mail=False))


def test_own_words__stand_in_place_of_ours(db):
    message = delivered(
        ("confirm", "Press it: {petition}", "Hi.\n\n{confirm_link}\n\nBye."), confirm_by_mail=True
    )
    assert message.subject == "Press it: Ban it"
    assert "Somebody signed" not in both(message)
    assert re.search(
        r"Hi\.\n\nConfirm my signature:\nhttps://\S+/confirm/\S+\n\nBye\.", message.body
    )
    assert re.search(
        r'class="button" href="https://[^"]+/confirm/', message.alternatives[0].content
    )


def test_own_words__confirm_mail_has_its_link_whatever_they_say(db):
    message = delivered(("confirm", "Hello", "We forgot the link."), confirm_by_mail=True)
    assert len(re.findall(r"https://campaign\.example/confirm/[\w-]+/", both(message))) == 2


def test_own_words__are_text_and_never_markup(db):
    words = ("confirm", "<b>Hi</b>", "<script>x</script> <img src=//evil.example/p> {petition}")
    message = delivered(words, title="<i>Ban</i> {confirm_link}", confirm_by_mail=True)
    html = message.alternatives[0].content
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;i&gt;Ban&lt;/i&gt; {confirm_link}" in html


def test_own_words__link_that_does_not_apply_takes_its_paragraph_along(db):
    message = delivered(("thanks", "Hi", "One.\n\nSend it here: {letter_link}\n\nTwo."))
    assert "One.\n\nTwo." in message.body
    assert "Send it" not in both(message)


@pytest.mark.parametrize(
    ("kind", "subject", "text", "field"),
    [
        ("confirm", "Hello", "Dear {name}", "text"),
        ("thanks", "Hello", "{confirm_link}", "text"),
        ("confirm", "For {email}", "Hi", "subject"),
        ("confirm", "{confirm_link}", "Hi", "subject"),
        ("confirm", "Hello", "{ petition }", "text"),
        ("confirm", "Hello", "{}", "text"),
    ],
)
def test_own_words__unknown_token_is_named_with_the_known_ones(db, kind, subject, text, field):
    row = PetitionMail(petition=make_petition(), kind=kind, subject=subject, text=text)
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert list(refused.value.message_dict) == [field]
    assert "{petition}" in refused.value.message_dict[field][0]


@pytest.mark.parametrize("kind", ["confirm", "reminder", "thanks", "already_signed"])
def test_own_words__no_token_stands_for_anything_a_visitor_typed(kind):
    from campaign_blocks.petition.models.mail_words import IN_TEXTS

    typed = ("name", "email", "message", "city", "comment", "phone", "postal", "person")
    assert not [one for one in IN_TEXTS[kind] if any(word in one for word in typed)]


def test_mail__readable_in_the_dark_and_without_style(db):
    html = delivered().alternatives[0].content
    assert "prefers-color-scheme: dark" in html
    assert 'lang="en"' in html
    assert html.count("<h1>") == 1
    assert "style=" not in html


@pytest.mark.parametrize("title", ["A\nB", "A\r\nTo: x@evil.example", "A\u2028B"])
def test_mail__no_title_makes_a_header(db, title):
    text = delivered(mail_from_name=title, ask=title).message().as_string()
    assert "\nTo: x@evil" not in text
    assert len(re.findall(r"^To:", text, re.M)) == 1
