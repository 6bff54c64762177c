import re

import pytest
from django.core import mail

from campaign_blocks.petition.services.deliver import Delivery
from campaign_blocks.petition.services.judge import judge
from tests.petition.factories import make_petition, make_signature


@pytest.fixture(autouse=True)
def known_address(settings):
    settings.BASE_URL = "https://campaign.example"
    settings.DEFAULT_FROM_EMAIL = "Campaign <hello@campaign.example>"


def delivered(**petition):
    target = make_petition(**{"title": "Ban it", "slug": "ban", **petition})
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
    assert "ana" not in path


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
    from campaign_blocks.petition.models import Petition

    make_signature(Petition.objects.get(), email="ANA@example.org")
    Delivery().run()
    assert target.subject == "Thank you for signing: Ban it"
    assert mail.outbox[1].subject == "You had already signed: Ban it"
    assert "counted before" in mail.outbox[1].body


def test_already_signed__offers_confirmation_while_it_is_missing(db):
    delivered(confirm_by_mail=True)
    from campaign_blocks.petition.models import Petition

    make_signature(Petition.objects.get(), email="ana@example.org")
    Delivery().run()
    assert "/confirm/" in mail.outbox[1].body
